variable "name" {
  description = "Name of the API, and the start of every other name."
  type        = string
  default     = "sample-api"
}

variable "region" {
  description = "AWS region to deploy to."
  type        = string
  default     = "eu-west-1"
}

variable "stage" {
  description = "Name of the stage, the first segment of the API's URL."
  type        = string
  default     = "prod"
}

variable "app_origin" {
  description = "Origin of the web application that calls the API."
  type        = string
  default     = "https://app.example.com"
}

variable "orders_load_balancer_arn" {
  description = "ARN of the network load balancer in front of the containers that run this application."
  type        = string
}

variable "orders_host" {
  description = "Host name that the containers are called by."
  type        = string
  default     = "orders.internal.example.com"
}

variable "legacy_host" {
  description = "Host name of the old shop system."
  type        = string
  default     = "shop.example.com"
}

variable "shop_token" {
  description = "Token that shops send."
  type        = string
  sensitive   = true
}

variable "device_token" {
  description = "Token that devices send, 32 letters and digits."
  type        = string
  sensitive   = true
}
