//! The form of the operations that are about one thing which their input names.

/// `on! { Change PutUserPolicy: User by user_name; |call| body }` makes [`gate::Guarded`] for `iam::PutUserPolicy`:
///
/// - `resolve` finds the user that `user_name` names and asks whether the caller may do `iam:PutUserPolicy` on it. With
///   `asking |input, context| ...` it adds condition keys of the request.
/// - `run` is the body. `call` is an [`On`](super::On): the service, the view, the input and the user, which exists.
macro_rules! on {
    ($(
        $effect:ident $operation:ident: $entity:ty, by $reference:ident
        $(, asking |$asked:ident, $context:ident| $ask:expr)?;
        |$call:ident| $body:expr
    )+) => {$(
        impl gate::Guarded<aws_model::iam::$operation> for crate::Iam {
            type Target = crate::operations::Target<$entity>;
            type Error = crate::Error;
            const EFFECT: gate::Effect = gate::Effect::$effect;

            async fn resolve(
                &self,
                view: &mut gate::View,
                call: &gate::Call<<aws_model::iam::$operation as aws_model::Operation>::Input>,
            ) -> Result<gate::Resolved<Self::Target>, crate::Error> {
                let named = crate::authorize::Named::of(view, &call.caller, &call.input.$reference).await?;
                let action = concat!("iam:", stringify!($operation));
                #[allow(unused_mut, reason = "only some operations add condition keys")]
                let mut question = named.question(action, call.caller.account);
                $({
                    let ($asked, $context) = (&call.input, &mut question.context);
                    $ask;
                })?
                Ok(gate::Resolved::one(crate::operations::Target(named), question))
            }

            async fn run(
                &self,
                view: &mut gate::View,
                permit: gate::Permit<'_, aws_model::iam::$operation, Self::Target>,
            ) -> Result<<aws_model::iam::$operation as aws_model::Operation>::Output, crate::Error> {
                let (input, origin) = (permit.input(), permit.origin());
                let found = permit.into_target().0.found()?;
                #[allow(unused_mut, reason = "only changes change what they found")]
                let mut $call = crate::operations::On {
                    iam: self,
                    tx: view.tx().await?,
                    input,
                    now: origin.at.truncated_to_secs(),
                    found,
                };
                $body
            }
        }
    )+};
}

pub(crate) use on;
