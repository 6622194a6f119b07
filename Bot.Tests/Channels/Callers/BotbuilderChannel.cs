using System.Text.Json.Nodes;
using PlanBot.Tests.Channels.Teams;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Channels.Callers;

/// <param name="Operation">send, reply, update, delete, create, members, member or page.</param>
/// <param name="App">Whose token it came with, after its signature, issuer and lifetime were checked.</param>
/// <param name="Ids">Of the conversation, then of the activity or the member.</param>
internal sealed record ChannelCall(string Operation, string? App, string? Audience, IReadOnlyList<string> Ids, JsonNode? Body)
{
    public string? Text => (string?)Body?["text"];
}

/// <summary>Microsoft's routes of a connector (npm botbuilder, ChannelServiceRoutes) with their own check of tokens and activities: what PlanBot answers to.</summary>
internal sealed class BotbuilderChannel : IAsyncDisposable
{
    private readonly NodeScript script;

    private BotbuilderChannel(NodeScript script, string address) => (this.script, ServiceUrl) = (script, address + "/emea/");

    public string ServiceUrl { get; }

    /// <param name="teams">Has the keys of the bot's tokens, too.</param>
    public static async Task<BotbuilderChannel> StartAsync(FakeTeams teams)
    {
        var script = NodeScript.Start("channel.js", teams.MetadataUrl, FakeTeams.AppId);
        return new(script, (string)(await script.HearAsync())["address"]!);
    }

    /// <summary>What arrived since this was last asked, or told anything.</summary>
    public Task<IReadOnlyList<ChannelCall>> CallsAsync() => TellAsync([]);

    /// <summary>Who is in every conversation.</summary>
    public Task HaveMembersAsync(params JsonNode[] members) => TellAsync(new() { ["members"] = new JsonArray(members) });

    /// <summary>Makes every call fail once it was authenticated; their routes answer with plain text.</summary>
    public Task RefuseAsync(int status, string message) => TellAsync(new() { ["refusal"] = new JsonObject { ["status"] = status, ["message"] = message } });

    public ValueTask DisposeAsync() => script.DisposeAsync();

    private async Task<IReadOnlyList<ChannelCall>> TellAsync(JsonObject what)
    {
        await script.SayAsync(what);
        var calls = new List<ChannelCall>();
        while (await script.HearAsync() is var told && told["done"] is null)
            calls.Add(new((string)told["operation"]!, (string?)told["from"]!["app"], (string?)told["from"]!["audience"], [.. told["ids"]!.AsArray().Select(id => (string)id!)], told["body"]));
        return calls;
    }
}
