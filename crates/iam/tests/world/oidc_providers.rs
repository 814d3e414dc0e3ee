//! OpenID Connect providers.

use aws_model::iam::{
    AddClientIDToOpenIDConnectProvider, AddClientIDToOpenIDConnectProviderRequest,
    CreateOpenIDConnectProvider, CreateOpenIDConnectProviderRequest, DeleteOpenIDConnectProvider,
    DeleteOpenIDConnectProviderRequest, GetAccountSummary, GetAccountSummaryRequest,
    GetOpenIDConnectProvider, GetOpenIDConnectProviderRequest, ListOpenIDConnectProviderTags,
    ListOpenIDConnectProviderTagsRequest, ListOpenIDConnectProviders, ListOpenIDConnectProvidersRequest,
    RemoveClientIDFromOpenIDConnectProvider, RemoveClientIDFromOpenIDConnectProviderRequest,
    TagOpenIDConnectProvider, TagOpenIDConnectProviderRequest, UntagOpenIDConnectProvider,
    UntagOpenIDConnectProviderRequest, UpdateOpenIDConnectProviderThumbprint,
    UpdateOpenIDConnectProviderThumbprintRequest,
};
use gate::Fault;

use crate::support::{ACCOUNT, START, World, refusal, tags};

const URL: &str = "https://login.test/realms/Tenants";

fn arn() -> String {
    format!("arn:aws:iam::{ACCOUNT}:oidc-provider/login.test/realms/Tenants")
}

fn new(url: &str) -> CreateOpenIDConnectProviderRequest {
    CreateOpenIDConnectProviderRequest { url: url.into(), ..Default::default() }
}

async fn create(world: &World, input: CreateOpenIDConnectProviderRequest) -> Result<String, Fault> {
    let made = world.call::<CreateOpenIDConnectProvider>(&world.admin, input).await?;
    Ok(made.open_id_connect_provider_arn.unwrap())
}

async fn client_ids(world: &World) -> Vec<String> {
    let input = GetOpenIDConnectProviderRequest { open_id_connect_provider_arn: arn() };
    world.call::<GetOpenIDConnectProvider>(&world.admin, input).await.unwrap().client_id_list.unwrap()
}

async fn add(world: &World, client_id: &str) -> Result<(), Fault> {
    let input = AddClientIDToOpenIDConnectProviderRequest {
        client_id: client_id.into(),
        open_id_connect_provider_arn: arn(),
    };
    world.call::<AddClientIDToOpenIDConnectProvider>(&world.admin, input).await.map(drop)
}

#[tokio::test]
async fn a_provider_is_made_shown_and_deleted() {
    let world = World::new().await;
    let input = CreateOpenIDConnectProviderRequest {
        client_id_list: Some(vec!["app".into(), "app".into()]),
        tags: tags(&[("Team", "a")]),
        thumbprint_list: Some(vec!["ABCDEF0123".repeat(4)]),
        url: URL.into(),
    };
    assert_eq!(create(&world, input).await.unwrap(), arn());
    let get = || GetOpenIDConnectProviderRequest { open_id_connect_provider_arn: arn() };
    let shown = world.call::<GetOpenIDConnectProvider>(&world.admin, get()).await.unwrap();
    assert_eq!(shown.url.as_deref(), Some("login.test/realms/Tenants"));
    assert_eq!(shown.client_id_list.unwrap(), ["app"]);
    assert_eq!(shown.thumbprint_list.unwrap(), ["abcdef0123".repeat(4)]);
    assert_eq!(shown.create_date, Some(START));
    assert_eq!(shown.tags.unwrap()[0].value, "a");
    let list = ListOpenIDConnectProvidersRequest {};
    let list = world.call::<ListOpenIDConnectProviders>(&world.admin, list).await.unwrap();
    let list: Vec<_> =
        list.open_id_connect_provider_list.unwrap().into_iter().map(|entry| entry.arn).collect();
    assert_eq!(list, [Some(arn())]);
    let summary = world.call::<GetAccountSummary>(&world.admin, GetAccountSummaryRequest {}).await.unwrap();
    assert_eq!(summary.summary_map.unwrap()["Providers"], 1);
    for _ in 0..2 {
        let input = DeleteOpenIDConnectProviderRequest { open_id_connect_provider_arn: arn() };
        world.call::<DeleteOpenIDConnectProvider>(&world.admin, input).await.unwrap();
    }
    let gone = refusal(world.call::<GetOpenIDConnectProvider>(&world.admin, get()).await);
    assert_eq!(gone, ("NoSuchEntity", format!("OpenIDConnect Provider not found for arn {}", arn())));
}

#[tokio::test]
async fn urls_names_and_quotas() {
    let world = World::new().await;
    create(&world, new(URL)).await.unwrap();
    let taken = refusal(create(&world, new(URL)).await);
    assert_eq!(taken, ("EntityAlreadyExists", format!("Provider with url {URL} already exists.")));
    for url in ["login.test", "http://login.test", "https://login.test:8443", "https://login.test/?a=b"] {
        assert_eq!(refusal(create(&world, new(url)).await).0, "ValidationError", "{url}");
    }
    for thumbprints in [vec!["a".repeat(40); 6], vec!["g".repeat(40)], vec!["ab:".repeat(13) + "a"]] {
        let input = CreateOpenIDConnectProviderRequest {
            thumbprint_list: Some(thumbprints),
            ..new("https://b.test")
        };
        assert_eq!(refusal(create(&world, input).await).0, "InvalidInput");
    }
    for number in 1..100 {
        create(&world, new(&format!("https://login.test/{number}"))).await.unwrap();
    }
    assert_eq!(refusal(create(&world, new("https://b.test")).await).0, "LimitExceeded");
}

#[tokio::test]
async fn client_ids_come_and_go() {
    let world = World::new().await;
    create(&world, new(URL)).await.unwrap();
    for client_id in ["b", "a", "b"] {
        add(&world, client_id).await.unwrap();
    }
    assert_eq!(client_ids(&world).await, ["a", "b"]);
    for _ in 0..2 {
        let input = RemoveClientIDFromOpenIDConnectProviderRequest {
            client_id: "a".into(),
            open_id_connect_provider_arn: arn(),
        };
        world.call::<RemoveClientIDFromOpenIDConnectProvider>(&world.admin, input).await.unwrap();
    }
    assert_eq!(client_ids(&world).await, ["b"]);
    for number in 1..100 {
        add(&world, &number.to_string()).await.unwrap();
    }
    assert_eq!(refusal(add(&world, "one more").await).0, "LimitExceeded");
    add(&world, "b").await.unwrap();
}

#[tokio::test]
async fn thumbprints_are_replaced_and_tags_change() {
    let world = World::new().await;
    create(&world, new(URL)).await.unwrap();
    let thumbprint = "0123456789".repeat(4);
    let input = UpdateOpenIDConnectProviderThumbprintRequest {
        open_id_connect_provider_arn: arn(),
        thumbprint_list: vec![thumbprint.clone()],
    };
    world.call::<UpdateOpenIDConnectProviderThumbprint>(&world.admin, input).await.unwrap();
    let get = GetOpenIDConnectProviderRequest { open_id_connect_provider_arn: arn() };
    let shown = world.call::<GetOpenIDConnectProvider>(&world.admin, get).await.unwrap();
    assert_eq!(shown.thumbprint_list.unwrap(), [thumbprint]);
    let input = TagOpenIDConnectProviderRequest {
        open_id_connect_provider_arn: arn(),
        tags: tags(&[("Team", "a"), ("Stage", "b")]).unwrap(),
    };
    world.call::<TagOpenIDConnectProvider>(&world.admin, input).await.unwrap();
    let input = UntagOpenIDConnectProviderRequest {
        open_id_connect_provider_arn: arn(),
        tag_keys: vec!["team".into()],
    };
    world.call::<UntagOpenIDConnectProvider>(&world.admin, input).await.unwrap();
    let input =
        ListOpenIDConnectProviderTagsRequest { open_id_connect_provider_arn: arn(), ..Default::default() };
    let list = world.call::<ListOpenIDConnectProviderTags>(&world.admin, input).await.unwrap();
    let list: Vec<_> = list.tags.into_iter().map(|tag| (tag.key, tag.value)).collect();
    assert_eq!(list, [("Stage".to_owned(), "b".to_owned())]);
}
