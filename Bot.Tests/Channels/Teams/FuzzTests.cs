using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Repositories;
using Xunit.Abstractions;

namespace PlanBot.Tests.Channels.Teams;

/// <summary>Anything may arrive: generated activities of a sender nobody knows, against PlanBot itself. The variable PLANBOT_FUZZ asks for another number of them, PLANBOT_FUZZ_SEED for others.</summary>
public sealed class FuzzTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly string[] Members =
    [
        "type", "id", "timestamp", "localTimestamp", "localTimezone", "serviceUrl", "channelId", "from", "conversation", "recipient", "textFormat", "attachmentLayout", "membersAdded",
        "membersRemoved", "reactionsAdded", "reactionsRemoved", "topicName", "historyDisclosed", "locale", "text", "speak", "inputHint", "summary", "suggestedActions", "attachments",
        "entities", "channelData", "action", "replyToId", "value", "name", "relatesTo", "code", "expiration", "importance", "deliveryMode", "callerId", "unknown",
    ];

    private static readonly string[] Types =
        ["message", "conversationUpdate", "invoke", "event", "installationUpdate", "messageReaction", "messageUpdate", "messageDelete", "typing", "endOfConversation", "trace", "handoff", "odd/sub"];

    private static readonly string[] Words =
    [
        "", " ", "谁还没报", "我是市教委张敏", "绑定 K7MP-3XQD", "<at>PlanBot</at> 帮助", "add", "remove", "accept", "task/fetch", "adaptiveCard/action", "fileConsent/invoke",
        "application/vnd.microsoft.readReceipt", "ContinueConversation", "expectReplies", "2020-13-45T99:99:99Z", "zh-CN", "xx-yy-zz-too-long-for-a-language", "\0", "\ud83d", "𠮷野家", "NaN", "1e400",
        "29:nobody", FakeTeams.Bot, "personal", "channel", "mention", "Action.Execute", "https://evil.example.com/", "data:text/plain;base64,QQ==", "data:x;base64,@",
    ];

    private TeamsHost host = null!;

    public async Task InitializeAsync() => host = await TeamsHost.StartAsync(withEcho: false);

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Whatever_arrives_is_answered_and_changes_nothing()
    {
        var (number, seed) = (Setting("PLANBOT_FUZZ", 2000), Setting("PLANBOT_FUZZ_SEED", 20261126));
        output.WriteLine($"{number} activities from seed {seed}");
        var random = new Random(seed);
        var token = host.Teams.Token();
        var statuses = new SortedDictionary<int, int>();

        for (var i = 0; i < number; i++)
        {
            var activity = Next(random);
            var (status, _) = await host.PostAsync(activity, token).WaitAsync(TimeSpan.FromSeconds(60));
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            Assert.True(status is 200 or 400 or 401 or 501, $"Number {i} of seed {seed} got {status}: {activity.ToJsonString()}");
        }

        var failures = host.Log.Text.Split('\n').Where(line => line.StartsWith("The turn of activity", StringComparison.Ordinal)).Select(line => line[(line.LastIndexOf("failed ", StringComparison.Ordinal) + 7)..]).ToList();
        foreach (var kind in failures.GroupBy(line => line))
            output.WriteLine($"{kind.Count()} turns: {kind.Key}");
        output.WriteLine(string.Join(", ", statuses.Select(pair => $"{pair.Key}: {pair.Value}")));
        Assert.True(statuses[200] > number / 5, "Most did not get as far as the bot.");
        Assert.Empty(await host.Services.GetRequiredService<IPersonRepository>().IdentitiesOnAsync("msteams", CancellationToken.None));
        Assert.All(host.Said(), text => Assert.DoesNotContain("第1项任务", text, StringComparison.Ordinal));
        Assert.All(host.Teams.Calls, call => Assert.StartsWith("/emea/v3/", call.Path, StringComparison.Ordinal));
        foreach (var owed in host.Ledgers.Obligations)
            Assert.Equal(owed.State, (await host.Services.GetRequiredService<IObligationRepository>().FindAsync(owed.Id, CancellationToken.None))!.State);
    }

    private JsonObject Next(Random random)
    {
        var activity = host.Teams.Message(Word(random), user: "29:nobody", type: Types[random.Next(Types.Length)]);
        for (var changes = random.Next(6); changes > 0; changes--)
            activity[Members[random.Next(Members.Length)]] = Value(random, 3);
        if (random.Next(4) == 0 && activity["conversation"] is JsonObject place)
            place["isGroup"] = true;
        return activity;
    }

    private static int Setting(string name, int usual) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : usual;

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static JsonNode? Value(Random random, int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => null,
        1 => random.Next(-2, 1000),
        2 => random.Next(2) == 0,
        3 => random.NextDouble() * 1e300,
        4 or 5 => Word(random),
        6 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth - 1))]),
        _ => Something(random, depth - 1),
    };

    /// <summary>An object of members that mean something somewhere.</summary>
    private static JsonObject Something(Random random, int depth)
    {
        string[] names = ["id", "name", "type", "text", "mentioned", "tenant", "data", "action", "verb", "contentType", "contentUrl", "content", "value", "actions", "title", "uploadInfo", "eventType", "team", "channel"];
        var made = new JsonObject();
        for (var members = random.Next(5); members > 0; members--)
            made[names[random.Next(names.Length)]] = Value(random, depth);
        return made;
    }
}
