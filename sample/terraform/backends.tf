resource "aws_s3_bucket" "files" {
  bucket_prefix = "${var.name}-files-"
}

resource "aws_cognito_user_pool" "this" {
  name = var.name
}

# The scopes that the routes ask for.
resource "aws_cognito_resource_server" "users" {
  user_pool_id = aws_cognito_user_pool.this.id
  identifier   = "users"
  name         = "Users"

  scope {
    scope_name        = "read"
    scope_description = "Read users"
  }

  scope {
    scope_name        = "write"
    scope_description = "Create users"
  }
}

resource "aws_cognito_user_pool_client" "app" {
  user_pool_id                         = aws_cognito_user_pool.this.id
  name                                 = "app"
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = aws_cognito_resource_server.users.scope_identifiers
  callback_urls                        = [var.app_origin]
  supported_identity_providers         = ["COGNITO"]
}
