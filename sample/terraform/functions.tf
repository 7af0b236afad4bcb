locals {
  # Each function, and whether API Gateway calls it with the gateway's role.
  functions = {
    create_user       = { handler = "createUser", by_role = false }
    delete_user       = { handler = "deleteUser", by_role = false }
    device_authorizer = { handler = "deviceAuthorizer", by_role = false }
    get_user          = { handler = "getUser", by_role = false }
    list_events       = { handler = "listEvents", by_role = true }
    list_kinds        = { handler = "listKinds", by_role = false }
    list_users        = { handler = "listUsers", by_role = false }
    record_event      = { handler = "recordEvent", by_role = false }
    shop_authorizer   = { handler = "shopAuthorizer", by_role = true }
  }
  functions_zip = "${path.module}/functions.zip"
}

resource "aws_lambda_function" "this" {
  for_each         = local.functions
  function_name    = "${var.name}-${replace(each.key, "_", "-")}"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs22.x"
  handler          = "index.${each.value.handler}"
  filename         = local.functions_zip
  source_code_hash = filebase64sha256(local.functions_zip)

  environment {
    variables = {
      ALLOWED_ORIGINS = "${var.app_origin},https://admin.example.com"
      DEVICE_TOKEN    = each.key == "device_authorizer" ? var.device_token : ""
      SHOP_TOKEN      = each.key == "shop_authorizer" ? var.shop_token : ""
    }
  }
}

resource "aws_iam_role" "functions" {
  name = "${var.name}-functions"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "functions" {
  name = "logs"
  role = aws_iam_role.functions.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = "*"
    }]
  })
}
