/// `on_account! { Read GetAccountSummary; |call| body }` makes [`gate::Guarded`] for an operation on the account as a whole: the question is
/// about `*`, and the body has an [`On`](super::On) with the account.
macro_rules! on_account {
    ($( $effect:ident $operation:ident; |$call:ident| $body:expr )+) => {$(
        impl gate::Guarded<aws_model::iam::$operation> for crate::Iam {
            type Target = ();
            type Error = crate::Error;
            const EFFECT: gate::Effect = gate::Effect::$effect;

            async fn resolve(
                &self,
                _: &mut gate::View,
                call: &gate::Call<<aws_model::iam::$operation as aws_model::Operation>::Input>,
            ) -> Result<gate::Resolved<()>, crate::Error> {
                let action = concat!("iam:", stringify!($operation));
                Ok(gate::Resolved::one((), gate::Question::new(action, "*", call.caller.account)))
            }

            async fn run(
                &self,
                view: &mut gate::View,
                permit: gate::Permit<'_, aws_model::iam::$operation, ()>,
            ) -> Result<<aws_model::iam::$operation as aws_model::Operation>::Output, crate::Error> {
                let $call = crate::operations::On {
                    iam: self,
                    tx: view.tx().await?,
                    input: permit.input(),
                    now: permit.origin().at.truncated_to_secs(),
                    found: permit.caller().account,
                };
                $body
            }
        }
    )+};
}

pub(crate) use on_account;
