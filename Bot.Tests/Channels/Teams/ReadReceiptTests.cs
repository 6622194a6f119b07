using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Channels.Callers;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Channels.Teams;

/// <summary>Reminders that Teams tells to have been read.</summary>
public sealed partial class ReadReceiptTests : IAsyncLifetime
{
    private const string Reminder = "1585616400000";
    private TeamsChat chat = null!;

    private IReceiptRepository Receipts => chat.Host.Services.GetRequiredService<IReceiptRepository>();

    public async Task InitializeAsync()
    {
        chat = await TeamsChat.StartAsync();
        await chat.SayAsync("你好");
        chat.Teams.Answer = call => call.Method == "POST" ? Results.Json(new { id = Reminder }, statusCode: 201) : null;
        await chat.RemindAsync();
    }

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Theory]
    [InlineData("1585616400000", true)]
    [InlineData("1585616499999", true)] // a later message was read, and with it this one
    [InlineData("1585616399999", false)]
    [InlineData("the last one", false)]
    [InlineData("", false)]
    public async Task A_receipt_marks_what_is_not_later_as_read(string lastRead, bool isSeen)
    {
        var before = chat.Teams.Calls.Count;

        await ReadAsync(lastRead);

        Assert.Equal(isSeen ? [] : [Reminder], await Receipts.UnseenAsync("msteams", "29:zhang", CancellationToken.None));
        Assert.Empty(chat.Since(before)); // and is not answered
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("""{"lastReadMessageId":{"a":1}}""")]
    public async Task What_is_no_receipt_marks_nothing(string value)
    {
        await PostAsync(JsonNode.Parse(value), "29:zhang");

        Assert.Equal([Reminder], await Receipts.UnseenAsync("msteams", "29:zhang", CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_marks_what_was_sent_to_somebody_else()
    {
        await ReadAsync(Reminder, "29:nobody");

        Assert.Equal([Reminder], await Receipts.UnseenAsync("msteams", "29:zhang", CancellationToken.None));
    }

    [Fact]
    public async Task The_coordinator_hears_of_it_with_the_unit_and_the_contact_does_not()
    {
        await WriteOutboxAsync();
        await chat.ListAsync("object-of-office", chat.Host.Ledgers.Coordinator.Id);
        var unread = await chat.SayAsync("市教委报了吗", "29:office");

        await ReadAsync(Reminder);
        var read = await chat.SayAsync("市教委报了吗", "29:office");
        var own = await chat.SayAsync("我报了没有");

        Assert.DoesNotContain("已读", unread[0].Text, StringComparison.Ordinal);
        Assert.Contains("最近一次提醒已读：张敏（2020-03-31 08:55）", read[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("已读", own[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_changes_no_other_answer_and_nobody_is_counted_or_ordered_by_it()
    {
        string[] questions =
        [
            "谁还没报", "各单位报送情况", "报送排名", "谁报得最快", "按已读排个序", "谁读了提醒", "谁没看提醒", "有几个人已读", "提醒的已读率是多少", "给谁发了提醒", "谁联系不上", "这季度总体怎么样",
            "who has read the reminder", "rank the contacts by read receipts", "how many have read it",
        ];
        await WriteOutboxAsync();
        foreach (var office in new[] { "before", "after" })
        {
            await chat.ListAsync("object-of-" + office, chat.Host.Ledgers.Coordinator.Id);
            await chat.SayAsync("你好", "29:" + office);
        }

        var unread = await AnswersAsync(questions, "29:before");
        await ReadAsync(Reminder);
        var read = await AnswersAsync(questions, "29:after");

        Assert.All(unread.Zip(read), pair => Assert.Equal(WithoutToken(pair.First), WithoutToken(pair.Second)));

        // Of a personal link, made anew each time; rows of the trail that were written in one instant may stand in either order.
        static string WithoutToken(string answer) => string.Join("\\n", Regex.Replace(answer, "token=[A-Za-z0-9_-]+", "token=").Split("\\n").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_answers_about_one_unit_and_whether_the_browser_was_opened_look_at_it()
    {
        var askers = typeof(PlanBot.Channels.Teams.ReadReceipts).Assembly.GetTypes().Where(type => type.GetConstructors().Any(made => made.GetParameters().Any(given => given.ParameterType == typeof(SeenQuery))));
        var readers = new[] { "Bot", "Data" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => File.ReadAllText(file).Contains("message_receipt", StringComparison.Ordinal)).Select(Path.GetFileName).Order();

        Assert.Equal([typeof(PlanBot.Dialogs.Answers.UnitAnswers)], askers);
        Assert.Equal(["DeliveryQuery.cs", "ReachQuery.cs", "ReceiptRepository.cs", "SeenQuery.cs"], readers);
        Assert.Equal(["directline"], Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "Data", "Queries", "ReachQuery.cs")), "message_receipt[^;]*?channel = '([a-z]+)'").Select(match => match.Groups[1].Value));
    }

    /// <summary>All that is shown in answer, ids left out, for they differ from card to card.</summary>
    private async Task<IReadOnlyList<string>> AnswersAsync(IEnumerable<string> questions, string user)
    {
        var answers = new List<string>();
        foreach (var question in questions)
            answers.Add($"{question}: {string.Join(" | ", (await chat.SayAsync(question, user)).Select(sent => Ids().Replace(sent.Body["text"].Json() + sent.Body["attachments"].Json(), "")))}");
        return answers;
    }

    /// <summary>The outbox's row of the message, as the scheduler would have written it.</summary>
    private async Task WriteOutboxAsync()
    {
        var outbox = chat.Host.Services.GetRequiredService<IReminderRepository>();
        var (ledgers, id) = (chat.Host.Ledgers, Guid.CreateVersion7());
        var messageId = await MessageIdAsync();
        await outbox.QueueAsync(
            [
                new()
                {
                    Id = id, MessageId = messageId, PersonId = ledgers.ContactOf(1).Id, PlanId = ledgers.Plan.Id, Period = ledgers.Period.Period, Step = "due", Round = 0, Kind = ReminderKind.Step,
                    DueAt = Ledgers.At("2020-03-31 08:50"), State = ReminderState.Queued, Attempts = 0, NextAttemptAt = Ledgers.At("2020-03-31 08:50"),
                },
            ],
            CancellationToken.None);
        var taken = Assert.Single(await outbox.LeaseDueAsync(Ledgers.At("2020-03-31 08:51"), TimeSpan.FromMinutes(5), 9, CancellationToken.None));
        await outbox.MarkSentAsync([new(messageId, taken.LeaseId!.Value, "msteams")], Ledgers.At("2020-03-31 08:51"), CancellationToken.None);
    }

    private async Task<Guid> MessageIdAsync() => await chat.Host.Services.GetRequiredService<IDatabase>()
        .FindAsync<Guid>("SELECT message_id FROM message_receipt WHERE activity_id = @Reminder", new { Reminder }, CancellationToken.None);

    private Task ReadAsync(string lastRead, string user = "29:zhang") => PostAsync(new JsonObject { ["lastReadMessageId"] = lastRead }, user);

    private async Task PostAsync(JsonNode? value, string user)
    {
        var receipt = chat.Teams.Message("", user, type: "event");
        (receipt["name"], receipt["value"]) = ("application/vnd.microsoft.readReceipt", value);
        Assert.Equal(200, (await chat.Host.PostAsync(receipt)).Status);
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,}")]
    private static partial Regex Ids();
}
