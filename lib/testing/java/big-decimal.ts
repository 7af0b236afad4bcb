/** A decimal of more digits than a double holds, printed as Java's `BigDecimal` prints it. */
export class BigDecimal {
  private readonly digits: string;
  private readonly scale: number;
  private readonly negative: boolean;

  /** @param text a number of JSON */
  constructor(text: string) {
    const [, sign, whole, fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(
      text,
    )!;
    this.digits = (whole! + fraction).replace(/^0+(?=\d)/, '');
    this.negative = sign === '-' && !/^0+$/.test(this.digits);
    this.scale = fraction.length - Number(exponent);
  }

  toNumber(): number {
    return Number(this.toString());
  }

  toString(): string {
    const sign = this.negative ? '-' : '';
    const exponent = this.digits.length - 1 - this.scale;
    if (this.scale >= 0 && exponent >= -6) {
      if (this.scale === 0) return sign + this.digits;
      const padded = this.digits.padStart(this.scale + 1, '0');
      return `${sign}${padded.slice(0, -this.scale)}.${padded.slice(-this.scale)}`;
    }
    const rest = this.digits.length > 1 ? `.${this.digits.slice(1)}` : '';
    return `${sign}${this.digits[0]}${rest}${exponent === 0 ? '' : `E${exponent > 0 ? '+' : ''}${exponent}`}`;
  }
}
