using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PlanBot.Tests.Channels.Teams;

/// <summary>What must not come in, against an issuer of our own: each attempt differs in one thing from one that would.</summary>
public sealed class RefusalTests(RefusalTests.Fixture fixture) : IClassFixture<RefusalTests.Fixture>
{
    private static readonly TokenKey Stranger = new("stranger", "msteams");
    private static readonly TokenKey OtherChannel = new("other-channel", "webchat", "emulator");
    private static readonly TokenKey NoChannel = new("no-channel");
    private static readonly TokenKey UpperCase = new("upper-case", "MSTEAMS");

    private static readonly Dictionary<string, Action<Attempt>> Attempts = new()
    {
        // Whose token it is
        ["another issuer"] = a => a.Payload["iss"] = "https://evil.example.com",
        ["an issuer with a slash more"] = a => a.Payload["iss"] = FakeTeams.Issuer + "/",
        ["an issuer in capitals"] = a => a.Payload["iss"] = "HTTPS://API.BOTFRAMEWORK.COM",
        ["the issuer of a government"] = a => a.Payload["iss"] = "https://api.botframework.us",
        ["the issuer of an emulator"] = a => a.Payload["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
        ["the issuer of the bot's own tenant"] = a => a.Payload["iss"] = $"https://login.microsoftonline.com/{FakeTeams.Tenant}/v2.0",
        ["no issuer"] = a => a.Payload.Remove("iss"),
        ["an empty issuer"] = a => a.Payload["iss"] = "",
        ["an issuer that is a number"] = a => a.Payload["iss"] = 7,
        // For whom it is
        ["another audience"] = a => a.Payload["aud"] = "99999999-2222-3333-4444-555555555555",
        ["no audience"] = a => a.Payload.Remove("aud"),
        ["an empty audience"] = a => a.Payload["aud"] = "",
        ["two audiences"] = a => a.Payload["aud"] = new JsonArray(FakeTeams.AppId, "99999999-2222-3333-4444-555555555555"),
        ["the audience of the outgoing tokens"] = a => a.Payload["aud"] = "https://api.botframework.com",
        ["the app id as part of the audience"] = a => a.Payload["aud"] = "api://" + FakeTeams.AppId,
        // When
        ["expired"] = a => (a.Payload["nbf"], a.Payload["exp"]) = (a.Now - 7200, a.Now - 3600),
        ["expired by more than the skew"] = a => a.Payload["exp"] = a.Now - 330,
        ["not yet valid"] = a => (a.Payload["nbf"], a.Payload["exp"]) = (a.Now + 3600, a.Now + 7200),
        ["not yet valid by more than the skew"] = a => a.Payload["nbf"] = a.Now + 330,
        ["no end"] = a => a.Payload.Remove("exp"),
        ["an end before the beginning"] = a => (a.Payload["nbf"], a.Payload["exp"]) = (a.Now + 200, a.Now - 200),
        ["an end that is text"] = a => a.Payload["exp"] = "tomorrow",
        // How it is signed
        ["algorithm none, unsigned"] = a => (a.Header["alg"], a.Sign) = ("none", _ => []),
        ["algorithm None, unsigned"] = a => (a.Header["alg"], a.Sign) = ("None", _ => []),
        ["algorithm none, signed"] = a => a.Header["alg"] = "none",
        ["unsigned"] = a => a.Sign = _ => [],
        ["HS256 with the public key for its secret"] = a => (a.Header["alg"], a.Sign) = ("HS256", text => HMACSHA256.HashData(a.Teams.Key.Rsa.ExportSubjectPublicKeyInfo(), text)),
        ["HS256 with the key id for its secret"] = a => (a.Header["alg"], a.Sign) = ("HS256", text => HMACSHA256.HashData(Encoding.UTF8.GetBytes("first"), text)),
        ["PS256"] = a => (a.Header["alg"], a.Sign) = ("PS256", text => a.Teams.Key.Rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        ["RS256 by another algorithm"] = a => a.Sign = text => Jwt.Rs(text, a.Teams.Key, HashAlgorithmName.SHA512),
        ["algorithm rs256 in small letters"] = a => a.Header["alg"] = "rs256",
        ["no algorithm"] = a => a.Header.Remove("alg"),
        ["an unknown key"] = a => (a.Header["kid"], a.Sign) = ("stranger", text => Jwt.Rs(text, Stranger, HashAlgorithmName.SHA256)),
        ["an unknown key under a known name"] = a => a.Sign = text => Jwt.Rs(text, Stranger, HashAlgorithmName.SHA256),
        ["a known key under an unknown name"] = a => a.Header["kid"] = "nobody",
        ["a key id that is a path"] = a => a.Header["kid"] = "../../../dev/null",
        ["no key id"] = a => a.Header.Remove("kid"),
        ["an empty key id"] = a => a.Header["kid"] = "",
        ["a key that the token brings along"] = a => (a.Header["kid"], a.Header["jwk"], a.Sign) = ("stranger", Stranger.ToJson(), text => Jwt.Rs(text, Stranger, HashAlgorithmName.SHA256)),
        ["keys at an address that the token names"] = a => (a.Header["kid"], a.Header["jku"], a.Sign) =
            ("stranger", "https://evil.example.com/keys", text => Jwt.Rs(text, Stranger, HashAlgorithmName.SHA256)),
        ["a signature of something else"] = a => a.Sign = _ => Jwt.Rs("else"u8.ToArray(), a.Teams.Key, HashAlgorithmName.SHA256),
        ["a payload changed after signing"] = a => a.Rewrite = token => $"{token.Split('.')[0]}.{Jwt.Encode(Encoding.UTF8.GetBytes("{\"aud\":\"x\"}"))}.{token.Split('.')[2]}",
        // What the key may sign
        ["a key endorsed for another channel"] = a => a.SignBy(OtherChannel),
        ["a key endorsed for no channel"] = a => a.SignBy(NoChannel),
        ["a key endorsed in capitals"] = a => a.SignBy(UpperCase),
        ["an activity of another channel"] = a => a.Activity["channelId"] = "webchat",
        ["an activity of the browser"] = a => a.Activity["channelId"] = "directline",
        ["an activity of the emulator"] = a => a.Activity["channelId"] = "emulator",
        ["an activity of no channel"] = a => a.Activity.Remove("channelId"),
        ["a channel in capitals"] = a => a.Activity["channelId"] = "MSTEAMS",
        // Where the answers go
        ["a service url changed on the way"] = a => a.Activity["serviceUrl"] = a.Teams.ServiceUrl + "other/",
        ["a service url of another host"] = a => a.Both("https://evil.example.com/"),
        ["a service url that only begins well"] = a => a.Both("http://127.0.0.1.evil.example.com/"),
        ["a service url with a user"] = a => a.Both(a.Teams.ServiceUrl.Replace("http://", "http://smba.trafficmanager.net@", StringComparison.Ordinal)),
        ["a service url of Teams without encryption"] = a => a.Both("http://smba.trafficmanager.net/emea/"),
        ["a service url that is a file"] = a => a.Both("file:///etc/passwd"),
        ["a service url that is no address"] = a => a.Both("emea"),
        ["a cloud's inner address"] = a => a.Both("http://169.254.169.254/metadata/"),
        ["no service url"] = a => a.Activity.Remove("serviceUrl"),
        ["an empty service url"] = a => a.Activity["serviceUrl"] = "",
        ["no claim of a service url"] = a => a.Payload.Remove("serviceurl"),
        ["an empty claim of a service url"] = a => a.Payload["serviceurl"] = "",
        ["the claim of another service url"] = a => a.Payload["serviceurl"] = "https://smba.trafficmanager.net/emea/",
        // Whose people
        ["another tenant"] = a => (a.Activity["conversation"]!["tenantId"], a.Activity["channelData"]!["tenant"]!["id"]) = ("ffffffff-0000", "ffffffff-0000"),
        ["another tenant in the conversation only"] = a => a.Activity["conversation"]!["tenantId"] = "ffffffff-0000",
        ["another tenant in the channel's data only"] = a => a.Activity["channelData"]!["tenant"]!["id"] = "ffffffff-0000",
        ["no tenant"] = a => (a.Activity["conversation"]!["tenantId"], a.Activity["channelData"]) = (null, null),
        // The header
        ["no header"] = a => a.Authorization = _ => null,
        ["an empty header"] = a => a.Authorization = _ => "",
        ["no scheme"] = a => a.Authorization = token => token,
        ["another scheme"] = a => a.Authorization = token => "Basic " + token,
        ["the scheme in small letters"] = a => a.Authorization = token => "bearer " + token,
        ["a scheme without a token"] = a => a.Authorization = _ => "Bearer ",
        ["three words"] = a => a.Authorization = token => $"Bearer {token} more",
        ["words that are no token"] = a => a.Authorization = _ => "Bearer let-me-in",
        ["three parts that are no token"] = a => a.Authorization = _ => "Bearer a.b.c",
        ["half a token"] = a => a.Rewrite = token => token[..(token.Length / 2)],
        ["an encrypted token's form"] = a => a.Rewrite = token => token + ".more.parts",
        ["the bot's secret for a token"] = a => a.Authorization = _ => "Bearer " + TeamsHost.Secret,
        // The body
        ["an empty body"] = a => a.Refuse(400, ""),
        ["a body that is no JSON"] = a => a.Refuse(400, "hello"),
        ["a body cut off"] = a => a.Refuse(400, a.Activity.ToJsonString()[..^5]),
        ["a list"] = a => a.Refuse(400, $"[{a.Activity.ToJsonString()}]"),
        ["a list that holds what an activity does"] = a => a.Refuse(400, """[{"type":"message"},{"conversation":{"id":"1"},"from":{"id":"2"}}]"""),
        ["null"] = a => a.Refuse(400, "null"),
        ["two activities"] = a => a.Refuse(400, a.Activity.ToJsonString() + a.Activity.ToJsonString()),
        ["no type"] = a => a.Without("type"),
        ["an empty type"] = a => a.With("type", ""),
        ["a type that is a number"] = a => a.With("type", 7),
        ["no conversation"] = a => a.Without("conversation"),
        ["a conversation that is text"] = a => a.With("conversation", "here"),
        ["a conversation without an id"] = a => a.With("conversation", new JsonObject { ["name"] = "here" }),
        ["a conversation whose id is far too long"] = a => a.With("conversation", new JsonObject { ["id"] = new string('a', 513) }),
        ["no sender"] = a => a.Without("from"),
        ["a sender without an id"] = a => a.With("from", new JsonObject { ["id"] = null }),
        ["a time that is none"] = a => a.With("timestamp", "soon"),
        ["members that are no list"] = a => a.With("membersAdded", "everybody"),
        ["a conversation whose id is taken back"] = a => a.Body = _ => a.Activity.ToJsonString()[..^1] + ",\"Conversation\":{\"id\":\"\"}}",
        ["nested too deep"] = a => a.Refuse(400, a.Activity.ToJsonString()[..^1] + ",\"value\":" + new string('[', 70) + new string(']', 70) + "}"),
        ["far too deep"] = a => a.Refuse(400, new string('[', 100_000)),
        ["too big"] = a => a.Refuse(413, a.Activity.ToJsonString()[..^1] + ",\"value\":\"" + new string('a', 256 * 1024) + "\"}"),
        ["another kind of content"] = a => (a.ContentType, a.Status) = ("text/plain", 400),
        ["a form"] = a => (a.ContentType, a.Status) = ("application/x-www-form-urlencoded", 400),
    };

    public static TheoryData<string> Names => [.. Attempts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_refused_without_effect_and_without_a_secret_in_the_log(string name)
    {
        var host = fixture.Host;
        var attempt = new Attempt(host.Teams);
        Attempts[name](attempt);
        var token = attempt.Token();
        var before = Effects(host);

        var (status, body) = await host.PostAsync(attempt.Body(attempt.Activity.ToJsonString()), attempt.Authorization(token), attempt.ContentType);

        Assert.Equal(attempt.Status, status);
        Assert.Empty(body);
        Assert.Equal(before, Effects(host));
        Assert.DoesNotContain(TeamsHost.Secret, host.Log.Text, StringComparison.Ordinal);
        if (token.Split('.') is [_, _, { Length: > 20 } signature, ..])
            Assert.DoesNotContain(signature, host.Log.Text, StringComparison.Ordinal);
    }

    private static (int Heard, int Called, int SignedIn) Effects(TeamsHost host) => (host.Echo.Heard.Count, host.Teams.Calls.Count, host.Login.Requests.Count);

    [Fact]
    public void There_are_many_ways_in_that_are_none() => Assert.InRange(Attempts.Count, 60, 1000);

    public sealed class Fixture : IAsyncLifetime
    {
        public TeamsHost Host { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Host = await TeamsHost.StartAsync();
            Host.Teams.Keys.AddRange([OtherChannel, NoChannel, UpperCase]);
        }

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }

    /// <summary>A request that would be let in.</summary>
    private sealed class Attempt
    {
        public Attempt(FakeTeams teams)
        {
            Teams = teams;
            Activity = teams.Message("谁还没报");
            Payload = teams.Payload();
            Sign = text => Jwt.Rs(text, teams.Key, HashAlgorithmName.SHA256);
        }

        public FakeTeams Teams { get; }

        public long Now { get; } = new RealClock().GetUtcNow().ToUnixTimeSeconds();

        public JsonObject Activity { get; }

        public JsonObject Header { get; } = new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = "first" };

        public JsonObject Payload { get; }

        public Func<byte[], byte[]> Sign { get; set; }

        public Func<string, string> Rewrite { get; set; } = token => token;

        public Func<string, string?> Authorization { get; set; } = token => "Bearer " + token;

        public Func<string, string> Body { get; set; } = body => body;

        public string ContentType { get; set; } = "application/json";

        public int Status { get; set; } = 401;

        public string Token() => Rewrite(Jwt.Write(Header, Payload, Sign));

        public void SignBy(TokenKey key) => (Header["kid"], Sign) = (key.Id, text => Jwt.Rs(text, key, HashAlgorithmName.SHA256));

        public void Both(string serviceUrl) => (Activity["serviceUrl"], Payload["serviceurl"]) = (serviceUrl, serviceUrl);

        public void Refuse(int status, string body) => (Status, Body) = (status, _ => body);

        public void Without(string member)
        {
            Activity.Remove(member);
            Status = 400;
        }

        public void With(string member, JsonNode? value) => (Activity[member], Status) = (value, 400);
    }
}
