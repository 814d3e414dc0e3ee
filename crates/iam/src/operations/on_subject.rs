/// `on_subject! { Read GetLoginProfile; |call| body }` makes [`gate::Guarded`] for an operation on the user that `user_name` names, or on the
/// caller when it names nobody: the question is about that user, and the body has an [`On`](super::On) with the
/// [`Subject`](crate::authorize::Subject).
macro_rules! on_subject {
    ($( $effect:ident $operation:ident; |$call:ident| $body:expr )+) => {$(
        impl gate::Guarded<aws_model::iam::$operation> for crate::Iam {
            type Target = crate::authorize::Subject;
            type Error = crate::Error;
            const EFFECT: gate::Effect = gate::Effect::$effect;

            async fn resolve(
                &self,
                view: &mut gate::View,
                call: &gate::Call<<aws_model::iam::$operation as aws_model::Operation>::Input>,
            ) -> Result<gate::Resolved<Self::Target>, crate::Error> {
                let name: Option<&String> = (&call.input.user_name).into();
                let name = name.map(String::as_str);
                let subject = crate::authorize::Subject::of(view, &call.caller, name).await?;
                Ok(subject.ask(concat!("iam:", stringify!($operation))))
            }

            async fn run(
                &self,
                view: &mut gate::View,
                permit: gate::Permit<'_, aws_model::iam::$operation, Self::Target>,
            ) -> Result<<aws_model::iam::$operation as aws_model::Operation>::Output, crate::Error> {
                let (input, origin) = (permit.input(), permit.origin());
                let $call = crate::operations::On {
                    iam: self,
                    tx: view.tx().await?,
                    input,
                    now: origin.at.truncated_to_secs(),
                    found: permit.into_target(),
                };
                $body
            }
        }
    )+};
}

pub(crate) use on_subject;
