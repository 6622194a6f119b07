using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using Xunit.Abstractions;

namespace PlanBot.Tests.Channels.Teams;

/// <summary>Anything may arrive: generated activities of a sender nobody knows, and of one who is known, against PlanBot itself. The variable PLANBOT_FUZZ asks for another number of them, PLANBOT_FUZZ_SEED for others.</summary>
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

    /// <summary>What anybody may leave behind: the state of the conversation, the pace of the answers, and attempts at a code, which are counted to be stopped.</summary>
    private static readonly HashSet<string> OfAnybody = ["bot_state", "pace", "binding_attempts"];

    private static readonly HashSet<string> OfClaims = ["request", "letter", "reminder", "outbox"];

    private readonly SortedDictionary<int, int> statuses = [];
    private readonly SortedDictionary<string, int> failures = [];
    private TeamsHost host = null!;

    public async Task InitializeAsync()
    {
        host = await TeamsHost.StartAsync(withEcho: false);
        await host.Services.GetRequiredService<IContactListRepository>().ListAsync(new ListedAccount("msteams", "object-of-zhang", host.Ledgers.ContactOf(1).Id), CancellationToken.None);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Whatever_a_stranger_sends_is_answered_and_changes_nothing()
    {
        var before = await RowsAsync();

        await SendAsync("29:nobody", Setting("PLANBOT_FUZZ", 2000));

        var after = await RowsAsync();
        Assert.Empty(before.Except(after));
        // Whoever says who they are is passed on to the office, a few times an hour.
        Assert.All(after.Except(before), row => Assert.True(row.StartsWith("audit: ", StringComparison.Ordinal) ? row.Contains(" | claim | ", StringComparison.Ordinal) : OfClaims.Contains(row.Split(':')[0]), row));
        Assert.All(await host.Services.GetRequiredService<IRequestRepository>().OpenAsync(CancellationToken.None), request => Assert.Equal(RequestKind.Claim, request.Kind));
    }

    [Fact]
    public async Task Whatever_a_contact_sends_is_answered()
    {
        await host.PostAsync(host.Teams.Message("我的任务"));

        await SendAsync("29:zhang", Setting("PLANBOT_FUZZ", 2000) / 4);

        Assert.Contains("第1项任务", Assert.Single(await AskAsync("我的任务")), StringComparison.Ordinal); // and is served as before
    }

    private async Task SendAsync(string user, int number)
    {
        var seed = Setting("PLANBOT_FUZZ_SEED", 20261126);
        output.WriteLine($"{number} activities from seed {seed}");
        var random = new Random(seed);
        for (var i = 1; i <= number; i++)
        {
            var text = Next(random, user).ToJsonString();
            text = random.Next(10) == 0 ? Spoilt(text, random) : text;
            var (status, _) = await host.PostAsync(text, "Bearer " + host.Teams.Token()).WaitAsync(TimeSpan.FromSeconds(60));
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            Assert.True(status is 200 or 400 or 401 or 501, $"Number {i} of seed {seed} got {status}: {text}");
            if (i % 500 == 0 || i == number)
                LookBack(user);
        }
        foreach (var (kind, count) in failures)
            output.WriteLine($"{count} turns: {kind}");
        output.WriteLine(string.Join(", ", statuses.Select(pair => $"{pair.Key}: {pair.Value}")));
        Assert.True(statuses[200] > number / 5, "Most did not get as far as the bot.");
        Assert.Empty(failures);
    }

    /// <summary>At what was said and logged since the last time.</summary>
    private void LookBack(string user)
    {
        if (user == "29:nobody")
            Assert.All(host.Said(), text => Assert.DoesNotContain("第1项任务", text, StringComparison.Ordinal));
        Assert.All(host.Teams.Calls, call => Assert.StartsWith("/emea/v3/", call.Path, StringComparison.Ordinal));
        foreach (var line in host.Log.Text.Split('\n').Where(line => line.StartsWith("The turn of activity", StringComparison.Ordinal)))
        {
            var kind = line[(line.LastIndexOf("failed ", StringComparison.Ordinal) + 7)..];
            failures[kind] = failures.GetValueOrDefault(kind) + 1;
        }
        host.Teams.Forget();
        host.Log.Forget();
    }

    /// <summary>Every row of the ledger, table by table.</summary>
    private async Task<IReadOnlyList<string>> RowsAsync()
    {
        var database = host.Services.GetRequiredService<IDatabase>();
        var rows = new List<string>();
        await using var connection = await database.OpenAsync(CancellationToken.None);
        foreach (var table in await database.QueryAsync<string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name", null, CancellationToken.None))
        {
            if (OfAnybody.Contains(table) || table.StartsWith("QRTZ", StringComparison.Ordinal)) // the scheduler's own, which runs meanwhile
                continue;
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add($"{table}: {string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue))}");
        }
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private async Task<IReadOnlyList<string>> AskAsync(string text)
    {
        host.Teams.Forget();
        var question = host.Teams.Message(text);
        question["conversation"]!["id"] = "a:another";
        await host.PostAsync(question);
        return host.Said();
    }

    private JsonObject Next(Random random, string user)
    {
        var activity = host.Teams.Message(Word(random), user, type: Types[random.Next(Types.Length)]);
        for (var changes = random.Next(6); changes > 0; changes--)
            activity[Members[random.Next(Members.Length)]] = Value(random, 3);
        if (random.Next(4) == 0 && activity["conversation"] is JsonObject place)
            place["isGroup"] = true;
        return activity;
    }

    /// <summary>A few letters lost, doubled or exchanged.</summary>
    private static string Spoilt(string text, Random random)
    {
        var letters = new StringBuilder(text);
        for (var blows = random.Next(1, 4); blows > 0; blows--)
        {
            var at = random.Next(letters.Length);
            _ = random.Next(3) switch
            {
                0 => letters.Remove(at, Math.Min(random.Next(1, 20), letters.Length - at)),
                1 => letters.Insert(at, letters[at]),
                _ => letters.Replace(letters[at], "{}[]\",:0\\é\u0001"[random.Next(11)], at, 1),
            };
        }
        return letters.ToString();
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
