locals {
  # Each function, and the route (method and path, `*` for a variable) that may call it. Without one, API Gateway calls
  # it with the gateway's role.
  functions = {
    create_user       = { handler = "createUser", caller = "*/POST/api/v1/users" }
    delete_user       = { handler = "deleteUser", caller = "*/DELETE/api/v1/users/*" }
    device_authorizer = { handler = "deviceAuthorizer", caller = "authorizers/*" }
    get_user          = { handler = "getUser", caller = "*/GET/api/v1/users/*" }
    list_events       = { handler = "listEvents", caller = null }
    list_kinds        = { handler = "listKinds", caller = "*/GET/api/v1/events/kinds" }
    list_users        = { handler = "listUsers", caller = "*/GET/api/v1/users" }
    record_event      = { handler = "recordEvent", caller = "*/POST/api/v1/events" }
    shop_authorizer   = { handler = "shopAuthorizer", caller = null }
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

resource "aws_lambda_permission" "gateway" {
  for_each      = { for name, function in local.functions : name => function if function.caller != null }
  function_name = aws_lambda_function.this[each.key].function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.this.execution_arn}/${each.value.caller}"
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
