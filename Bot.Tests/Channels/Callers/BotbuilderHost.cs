using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Channels.Teams;

namespace PlanBot.Tests.Channels.Callers;

/// <summary>PlanBot, or another bot on its channel, between <see cref="BotbuilderCaller"/> and <see cref="BotbuilderChannel"/>, with an issuer of our own for the tokens of both directions.</summary>
internal sealed class BotbuilderHost : IAsyncDisposable
{
    private BotbuilderHost(TeamsHost host, BotbuilderChannel channel, BotbuilderCaller caller) => (Host, Channel, Caller) = (host, channel, caller);

    public TeamsHost Host { get; }

    public BotbuilderChannel Channel { get; }

    public BotbuilderCaller Caller { get; }

    /// <param name="bot">Null for PlanBot itself, to which the person behind 29:zhang is known.</param>
    public static async Task<BotbuilderHost> StartAsync(IBot? bot = null)
    {
        var host = await TeamsHost.StartAsync(bot);
        host.Login.Key = new TokenKey("of-the-login");
        host.Teams.Keys.Add(host.Login.Key);
        await host.Services.GetRequiredService<IContactListRepository>()
            .ListAsync(new ListedAccount("msteams", "object-of-zhang", host.Ledgers.ContactOf(1).Id), CancellationToken.None);
        return new(host, await BotbuilderChannel.StartAsync(host.Teams), new(host.Address));
    }

    /// <summary>A message of the person behind 29:zhang.</summary>
    public JsonObject Message(string text, string type = "message")
    {
        var activity = Host.Teams.Message(text, type: type);
        activity["serviceUrl"] = Channel.ServiceUrl;
        return activity;
    }

    /// <summary>What the token says of a call of the channel.</summary>
    public JsonObject Payload()
    {
        var payload = Host.Teams.Payload();
        payload["serviceurl"] = Channel.ServiceUrl;
        return payload;
    }

    public Task<(int Status, JsonNode Body)> PostAsync(JsonObject activity) => Caller.PostAsync(activity, Host.Teams.Token(Payload()));

    public async ValueTask DisposeAsync()
    {
        await Caller.DisposeAsync();
        await Channel.DisposeAsync();
        await Host.DisposeAsync();
    }
}
