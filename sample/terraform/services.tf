# What API Gateway calls itself, without a function.

resource "aws_dynamodb_table" "notes" {
  name         = "${var.name}-notes"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "owner"
  range_key    = "id"

  attribute {
    name = "owner"
    type = "S"
  }

  attribute {
    name = "id"
    type = "S"
  }

  ttl {
    attribute_name = "expiresAt"
    enabled        = true
  }
}

resource "aws_sns_topic" "complaints" {
  name = "${var.name}-complaints"
}

resource "aws_sqs_queue" "reviews" {
  name = "${var.name}-reviews"
}

resource "aws_cloudwatch_event_bus" "feedback" {
  name = "${var.name}-feedback"
}

resource "aws_kinesis_stream" "views" {
  name        = "${var.name}-views"
  shard_count = 1
}

resource "aws_ssm_parameter" "questions" {
  name = "/${var.name}/questions"
  type = "String"
  value = jsonencode([
    { text = "Did you find what you were looking for?", answers = ["Yes", "No"] },
  ])
}

# A real workflow would ask the storehouse; this one accepts whatever comes.
resource "aws_sfn_state_machine" "returns" {
  name     = "${var.name}-returns"
  role_arn = aws_iam_role.workflows.arn
  definition = jsonencode({
    StartAt = "Accept"
    States  = { Accept = { Type = "Pass", End = true } }
  })
}

resource "aws_iam_role" "workflows" {
  name = "${var.name}-workflows"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "states.amazonaws.com" }
    }]
  })
}
