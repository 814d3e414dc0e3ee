//! The form of the operations with which the management account administers the organization.

use arn::AccountId;
use aws_model::organizations::{self, PolicyType, Tag};
use clock::Timestamp;
use gate::Question;
use store::Tx;

use super::organization_tags::requested_tags;
use crate::paging::Listing;
use crate::records::{Account, ControlPolicy, ControlType, Node, Organization};
use crate::tags::{self, Tags};
use crate::{Error, Iam};

/// `on_organization! { Change MoveAccount, |asking, input| asks; |call| body }` makes [`gate::Guarded`] for
/// `organizations::MoveAccount`: only the management account may call it. `asks` names to an [`Asking`] what the operation is about;
/// without that, the question is about `*`. The body has an [`InOrganization`].
macro_rules! on_organization {
    ($(
        $effect:ident $operation:ident $(, |$asking:ident, $asked:ident| $asks:expr)?;
        |$call:ident| $body:expr
    )+) => {$(
        impl gate::Guarded<aws_model::organizations::$operation> for crate::Iam {
            type Target = crate::operations::on_organization::Administered;
            type Error = crate::Error;
            const EFFECT: gate::Effect = gate::Effect::$effect;

            async fn resolve(
                &self,
                view: &mut gate::View,
                call: &gate::Call<<aws_model::organizations::$operation as aws_model::Operation>::Input>,
            ) -> Result<gate::Resolved<Self::Target>, crate::Error> {
                let organization = crate::operations::accounts::managed(view, &call.caller).await?;
                let action = concat!("organizations:", stringify!($operation));
                let account = call.caller.account;
                #[allow(unused_mut, reason = "some operations are about nothing in particular")]
                let mut asking = crate::operations::on_organization::Asking::new(
                    view.tx().await?, &organization, action, account,
                );
                $({
                    let ($asking, $asked) = (&mut asking, &call.input);
                    $asks;
                })?
                let questions = asking.questions();
                let target = crate::operations::on_organization::Administered(organization);
                Ok(gate::Resolved { target: Some(target), questions })
            }

            async fn run(
                &self,
                view: &mut gate::View,
                permit: gate::Permit<'_, aws_model::organizations::$operation, Self::Target>,
            ) -> Result<<aws_model::organizations::$operation as aws_model::Operation>::Output, crate::Error> {
                let (input, origin) = (permit.input(), permit.origin());
                #[allow(unused_mut, reason = "only some operations change what they found")]
                let mut $call = crate::operations::on_organization::InOrganization {
                    iam: self,
                    tx: view.tx().await?,
                    input,
                    now: origin.at.truncated_to_secs(),
                    organization: permit.into_target().0,
                };
                $body
            }
        }
    )+};
}

pub(crate) use on_organization;

/// The organization that a call administers.
pub struct Administered(pub(crate) Organization);

/// A call of the management account.
pub(crate) struct InOrganization<'a, I> {
    pub iam: &'a Iam,
    pub tx: &'a mut Tx,
    pub input: &'a I,
    /// In whole seconds.
    pub now: Timestamp,
    pub organization: Organization,
}

/// How many items a page has when the caller does not say, and at most.
const ON_A_PAGE: i32 = 20;

impl<I> InOrganization<'_, I> {
    /// A page of `items`, and the token of the next. `listing` is the operation and its filter, `id` names an item.
    pub fn page<T>(
        &self,
        listing: &str,
        items: Vec<T>,
        (max_results, next_token): (Option<i32>, Option<&str>),
        id: impl Fn(&T) -> String,
    ) -> Result<(Vec<T>, Option<String>), Error> {
        let page =
            self.listing(listing, max_results).page_of(items, next_token, id).map_err(of_next_token)?;
        Ok((page.items, page.marker))
    }

    /// The same of the accounts in a unit, or right in the root, without reading those of the pages before.
    pub async fn page_of_accounts(
        &mut self,
        listing: &str,
        unit: Option<&str>,
        (max_results, next_token): (Option<i32>, Option<&str>),
    ) -> Result<(Vec<Account>, Option<String>), Error> {
        let behind = self.listing(listing, max_results).place(next_token).map_err(of_next_token)?;
        let behind =
            behind.map(|id| id.parse().map_err(|_| of_next_token(Error::InvalidMarker))).transpose()?;
        // One more than wanted tells whether there is a next page.
        let wanted = self.listing(listing, max_results).limit().saturating_add(1);
        let within = Account::within_behind(self.tx, unit, behind, wanted).await?;
        let page = self.listing(listing, max_results).listed(within, |account| account.id.to_string())?;
        Ok((page.items, page.marker))
    }

    fn listing(&self, name: &str, max_results: Option<i32>) -> Listing<'_> {
        let name = format!("{name}/{}", self.organization.id);
        self.iam.listing(name, Some(max_results.unwrap_or(ON_A_PAGE)))
    }

    /// The root, unit or account of this id, or what `missing` says.
    pub async fn node(&mut self, id: &str, missing: impl FnOnce() -> Error) -> Result<Node, Error> {
        Node::find(self.tx, &self.organization, id).await?.ok_or_else(missing)
    }

    /// The root or unit of this id as a parent, by the unit's id, or what `missing` says.
    pub async fn parent(&mut self, id: &str, missing: fn() -> Error) -> Result<Option<String>, Error> {
        let node = self.node(id, missing).await?;
        node.as_parent().map(|unit| unit.map(str::to_owned)).ok_or_else(missing)
    }
}

/// Organizations' own name for a token that is of another listing.
fn of_next_token(error: Error) -> Error {
    match error {
        Error::InvalidMarker => {
            Error::invalid_organizations_input("INVALID_NEXT_TOKEN", "You provided an invalid NextToken.")
        }
        error => error,
    }
}

/// Collects what an operation is about.
pub(crate) struct Asking<'a> {
    tx: &'a mut Tx,
    organization: &'a Organization,
    action: &'static str,
    account: AccountId,
    questions: Vec<Question>,
    policy_type: Option<PolicyType>,
    tags: Option<Tags>,
    tag_keys: Vec<String>,
    tags_what_it_makes: bool,
}

impl<'a> Asking<'a> {
    pub fn new(
        tx: &'a mut Tx,
        organization: &'a Organization,
        action: &'static str,
        account: AccountId,
    ) -> Self {
        Self {
            tx,
            organization,
            action,
            account,
            questions: Vec::new(),
            policy_type: None,
            tags: None,
            tag_keys: Vec::new(),
            tags_what_it_makes: false,
        }
    }

    /// About a root, unit or account, whether there is one of this id or not.
    pub async fn about(&mut self, id: &str) -> Result<(), Error> {
        let found = Node::find(self.tx, self.organization, id).await?;
        let resource_type = match &found {
            Some(Node::Root) => "AWS::Organizations::Root",
            Some(Node::Unit(_)) => "AWS::Organizations::OrganizationalUnit",
            Some(Node::Account(_)) => "AWS::Organizations::Account",
            // Nothing that the record could name.
            None => return self.ask(self.organization.node_arn(id), None, None),
        };
        let tags = found.as_ref().map(|node| node.tags(self.organization).clone());
        self.ask(self.organization.node_arn(id), Some(resource_type), tags)
    }

    /// About a policy, whether there is one of this id or not.
    pub async fn about_policy(&mut self, id: &str) -> Result<(), Error> {
        match ControlPolicy::find(self.tx, id).await? {
            Some(policy) => {
                self.policy_type = Some(policy.control().wire());
                let (arn, tags) = (policy.arn(self.organization), policy.tags().cloned());
                self.ask(arn, Some("AWS::Organizations::Policy"), tags)
            }
            None => {
                let arn = self.organization.policy_arn(ControlType::Service.in_arn(), id);
                self.ask(arn, None, None)
            }
        }
    }

    /// About whatever can have tags.
    pub async fn about_taggable(&mut self, id: &str) -> Result<(), Error> {
        if id.starts_with("p-") { self.about_policy(id).await } else { self.about(id).await }
    }

    /// `organizations:PolicyType`.
    pub fn policy_type(&mut self, policy_type: PolicyType) {
        self.policy_type = Some(policy_type);
    }

    /// The tags that the request brings.
    pub fn tags(&mut self, tags: &[Tag]) -> Result<(), Error> {
        self.tags = Some(requested_tags(tags)?);
        Ok(())
    }

    /// The tags that what the request makes is to have: giving them needs a permission too.
    pub fn new_tags(&mut self, tags: &Option<Vec<Tag>>) -> Result<(), Error> {
        if let Some(tags) = tags.as_deref().filter(|tags| !tags.is_empty()) {
            self.tags(tags)?;
            self.tags_what_it_makes = true;
        }
        Ok(())
    }

    /// The keys of tags that the request takes away.
    pub fn tag_keys(&mut self, keys: &[String]) {
        self.tag_keys = keys.to_vec();
    }

    pub fn questions(mut self) -> Vec<Question> {
        if self.questions.is_empty() {
            self.questions.push(Question::new(self.action, "*", self.account));
        }
        if self.tags_what_it_makes {
            self.questions.push(Question::new("organizations:TagResource", "*", self.account));
        }
        for question in &mut self.questions {
            if let Some(policy_type) = self.policy_type {
                question.context.insert("organizations:PolicyType", policy_type.as_str());
            }
            if let Some(tags) = &self.tags {
                tags::insert_request_tags(&mut question.context, tags);
            }
            if !self.tag_keys.is_empty() {
                question.context.insert_many("aws:TagKeys", self.tag_keys.clone());
            }
        }
        self.questions
    }

    fn ask(
        &mut self,
        arn: String,
        resource_type: Option<&'static str>,
        tags: Option<Tags>,
    ) -> Result<(), Error> {
        let mut question = Question::new(self.action, arn, self.account);
        question.resource_type = resource_type;
        if let Some(tags) = &tags {
            tags::insert_resource_tags(&mut question.context, tags);
        }
        self.questions.push(question);
        Ok(())
    }
}

/// The errors that several operations have.
pub(crate) mod missing {
    use super::organizations::errors;
    use crate::Error;

    pub fn policy() -> Error {
        Error::organizations(
            &errors::POLICY_NOT_FOUND_EXCEPTION,
            "You specified a policy that doesn't exist.",
        )
    }

    pub fn target() -> Error {
        Error::organizations(
            &errors::TARGET_NOT_FOUND_EXCEPTION,
            "You specified a target that doesn't exist.",
        )
    }

    pub fn parent() -> Error {
        Error::organizations(
            &errors::PARENT_NOT_FOUND_EXCEPTION,
            "You specified a parent that doesn't exist.",
        )
    }

    pub fn unit() -> Error {
        Error::organizations(
            &errors::ORGANIZATIONAL_UNIT_NOT_FOUND_EXCEPTION,
            "You specified an organizational unit that doesn't exist.",
        )
    }
}
