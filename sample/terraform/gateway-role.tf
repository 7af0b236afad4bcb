# What API Gateway does in its own name: it is the `credentials` of an integration or an authorizer.
resource "aws_iam_role" "gateway" {
  name = "${var.name}-gateway"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "apigateway.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "functions_of_gateway" {
  name = "functions"
  role = aws_iam_role.gateway.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "lambda:InvokeFunction"
      Resource = [
        for name, function in local.functions : aws_lambda_function.this[name].arn if function.by_role
      ]
    }]
  })
}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

# What the routes need of the services that API Gateway calls without a function, and nothing else: `apigen` derived it
# from their decorators.
resource "aws_iam_role_policy" "services_of_gateway" {
  name = "services"
  role = aws_iam_role.gateway.id
  policy = templatefile("${path.module}/../openapi/iam_policy.json", merge(local.services, {
    partition                       = data.aws_partition.current.partition
    region                          = data.aws_region.current.name
    account_id                      = data.aws_caller_identity.current.account_id
    questions_parameter_arn         = aws_ssm_parameter.questions.arn
    returns_workflow_executions_arn = "${replace(aws_sfn_state_machine.returns.arn, ":stateMachine:", ":execution:")}:*"
    reviews_queue_arn               = aws_sqs_queue.reviews.arn
  }))
}
