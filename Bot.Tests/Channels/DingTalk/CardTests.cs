using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PlanBot.Channels.DingTalk;
using PlanBot.Tests.Fakes.DingTalk;

namespace PlanBot.Tests.Channels.DingTalk;

/// <summary>Buttons of the office's own card, where DingTalk calls us.</summary>
public sealed class CardTests : IAsyncLifetime, IDisposable
{
    private const string Secret = "the-secret-of-cards";
    private readonly HttpClient http = new();
    private DingTalkHost host = null!;

    public async Task InitializeAsync() => host = await DingTalkHost.StartAsync(
        "Http", ("Channels:DingTalk:CardTemplateId", "t.schema"), ("Channels:DingTalk:CardRouteKey", "planbot"), ("Channels:DingTalk:CardSecret", Secret));

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task A_press_is_answered_on_the_card_and_its_words_have_their_turn_once()
    {
        await host.SayAsync("你好");
        var card = host.DingTalk.Said.Single();
        var timestamp = Now();

        var (status, body) = await PressAsync(card.Kind, "staff-1", timestamp, DingTalkSignature.OfCard(timestamp, Secret));
        await PressAsync(card.Kind, "staff-1", timestamp, DingTalkSignature.OfCard(timestamp, Secret)); // captured, and sent again
        await host.QuietAsync();

        Assert.Equal(("card", 200), (card.Way, status));
        Assert.Contains($"已选择：{card.Buttons[0].Title}", body, StringComparison.Ordinal);
        Assert.Equal(2, host.DingTalk.Said.Count);
    }

    [Theory]
    [InlineData("another secret", "staff-1", 403)]
    [InlineData(Secret, "staff-2", 200)] // not the person to whom it was shown: told that it is over, and nothing happens
    public async Task Nobody_else_presses_it(string secret, string user, int expected)
    {
        await host.SayAsync("你好");
        var timestamp = Now();

        var (status, _) = await PressAsync(host.DingTalk.Said.Single().Kind, user, timestamp, DingTalkSignature.OfCard(timestamp, secret));
        await host.QuietAsync();

        Assert.Equal(expected, status);
        Assert.Single(host.DingTalk.Said);
    }

    [Fact]
    public async Task Where_the_card_cannot_be_shown_its_words_go_out_without_it()
    {
        host.DingTalk.Api.Missing["Card.Instance.Write"] = true;

        await host.SayAsync("你好");

        Assert.Equal("webhook", host.DingTalk.Said.Single().Way);
    }

    private string Now() => host.Wall.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private async Task<(int Status, string Body)> PressAsync(string card, string user, string timestamp, string sign)
    {
        var press = new JsonObject
        {
            ["type"] = "actionCallback", ["outTrackId"] = card, ["corpId"] = FakeDingTalk.CorpId, ["userId"] = user, ["content"] = """{"cardPrivateData":{"actionIds":["1"],"params":{}}}""",
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, CardEndpoint.Path)) { Content = JsonContent.Create(press) };
        request.Headers.Add("x-ddpaas-signature-timestamp", timestamp);
        request.Headers.Add("x-ddpaas-signature", sign);
        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
