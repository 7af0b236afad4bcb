import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { BookingDto } from './booking.dto.js';

@Controller('rooms/:room/bookings')
export class BookingsController {
  private readonly bookings = new Map<string, BookingDto>();

  @Get(':day')
  @ApiOkResponse({ type: BookingDto })
  get(@Param('room') room: string, @Param('day') day: string): BookingDto | undefined {
    return this.bookings.get(`${room}/${day}`);
  }

  @Put(':day')
  @ApiOkResponse({ type: BookingDto })
  book(@Param('room') room: string, @Param('day') day: string, @Body() booking: BookingDto): BookingDto {
    this.bookings.set(`${room}/${day}`, booking);
    return booking;
  }
}
