using System.Diagnostics;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Tests.Dialogs;
using PlanBot.Tests.Fixtures;
using PlanBot.Texts;

namespace PlanBot.Tests.Texts;

/// <summary>Every card against the official implementation of Adaptive Cards 1.5, and against the text that it stands for.</summary>
public sealed class CardSchemaTests
{
    private const string Markup = "**粗** [链接](http://a.invalid) <b>x</b> {{DATE(2020-01-01T00:00:00Z,LONG)}} &amp; # 标题";

    [NodeFact]
    public async Task All_cards_keep_to_the_schema()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        var cards = await AllAsync(talk);

        foreach (var (name, card) in cards.Zip(await ProblemsAsync([.. cards.Select(card => card.Card)]), (card, problems) => (card.Name, problems)))
            Assert.True(card.Count == 0, $"{name}: {string.Join("; ", card)}");
    }

    [NodeFact]
    public async Task The_check_finds_what_is_wrong()
    {
        var wrong = JObject.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlok","text":"x"},{"type":"TextBlock","text":"x","colour":"red","size":"huge"}]}""");

        var problems = Assert.Single(await ProblemsAsync([wrong]));

        Assert.Contains(problems, problem => problem.Contains("TextBlok", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("huge", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("colour", StringComparison.Ordinal) || problem.Contains("not known", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_shows_all_that_its_text_says()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        foreach (var (name, card, text) in (await AllAsync(talk)).Where(card => card.Text is not null))
        {
            var shown = Letters(string.Concat(RunsOf(card)));
            foreach (var line in text!.Split('\n').SelectMany(line => line.Split('（', '）', '：', '(', ')', ':', '→')))
                Assert.True(shown.Contains(Letters(line), StringComparison.Ordinal), $"{name} does not show: {line}\nbut:\n{string.Join('\n', RunsOf(card))}");
        }
    }

    [Fact]
    public async Task What_people_write_stands_in_it_as_it_was_written()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        var card = await talk.CardAsync("unit-2", $"第一项：进展：{Markup}\n第二行 问题：无 成效：无 下一步：无");

        Assert.DoesNotContain(card.SelectTokens("$..type"), type => (string?)type == "TextBlock"); // the only element that reads Markdown
        Assert.DoesNotContain(RunsOf(card), run => run.Contains("{{", StringComparison.Ordinal)); // and no run holds what would be a date
        Assert.Contains(Letters(Markup), Letters(string.Concat(RunsOf(card))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_has_come_to_say_more_goes_out_without_its_card()
    {
        var reply = new UnitList("标题", "一个单位：", [("市教委", "2项")]).Card("标题", CardSubject.Question, []) is var card ? new Reply("标题") { Card = card } : null;

        Assert.Single(PlanBot.Dialogs.ReplyActivity.Of(reply!).Attachments);
        Assert.Empty(PlanBot.Dialogs.ReplyActivity.Of(reply! with { Text = "另外，标题" }).Attachments);
        Assert.Null(PlanBot.Dialogs.ReplyActivity.Of(reply! with { Text = "另外，标题" }).ChannelData);
    }

    [Fact]
    public async Task Its_buttons_are_those_of_the_text_and_say_what_they_are_about()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        foreach (var (name, card, _) in (await AllAsync(talk)).Where(card => card.Text is not null))
        {
            var actions = card["actions"]!;
            Assert.True(actions.Count() <= 6, name);
            Assert.All(actions, action =>
            {
                Assert.Equal("Action.Submit", (string?)action["type"]);
                Assert.Equal(["action", "version", "about", "id", "say"], ((JObject)action["data"]!).Properties().Select(property => property.Name));
            });
        }
    }

    private static async Task<IReadOnlyList<(string Name, JObject Card, string? Text)>> AllAsync(Talk talk)
    {
        var cards = new List<(string, JObject, string?)>();
        await talk.SayAllAsync("unit-3", "第一项申请延期到4月10日，数据未汇总", "确认");
        await talk.SayAllAsync("unit-4", "第一项：进展：甲 问题：乙 成效：丙 下一步：丁", "确认");
        foreach (var (user, said) in new[]
        {
            ("coordinator", "谁逾期了"), ("coordinator", "还有谁没报"), ("coordinator", "who has not reported"), ("coordinator", "交齐了吗"), ("leader", "谁逾期了"),
            ("coordinator", "待处理的申请"), ("coordinator", "open requests"), ("coordinator", "同意申请1"), ("coordinator", "给市教委延期到4月10日"), ("coordinator", "extend education to 10 April"),
            ("coordinator", "催办逾期单位"), ("coordinator", "通知各单位：**明天**\n开会"), ("coordinator", "市教委联络员换成王五 13800000001"), ("coordinator", "暂停提醒"),
            ("unit-2", $"第一项：进展：{Markup} 问题：乙 成效：丙 下一步：丁"), ("unit-2", "Task 1: Progress: a done Problems: b Results: c Next steps: d"), ("unit-4", "第一项问题改成没有"),
        })
        {
            var reply = (await talk.SendAsync(user, new() { Type = "message", Text = said, Locale = "zh-CN" }))[^1];
            cards.Add((said, Cards.Of(reply), reply.Text));
            if (user.StartsWith("unit", StringComparison.Ordinal) || !said.StartsWith('谁'))
                await talk.SayAsync(user, said.Any(char.IsAsciiLetter) ? "cancel" : "取消");
        }
        foreach (var content in Letters())
        {
            var reply = PlanBot.Dialogs.ReplyActivity.Of(ReminderTexts.Write(content));
            cards.Add(("letter", Cards.Of(reply), reply.Text));
        }
        foreach (var unit in new[] { "unit-2", "unit-9" })
            cards.Add(("reminder", await talk.ReminderOfAsync(unit), null));
        var form = (await talk.SendAsync("unit-5", new() { Type = "message", Text = "填报表单", Locale = "zh-CN" }))[^1];
        cards.Add(("form", (JObject)form.Attachments[0].Content, null));
        return cards;
    }

    private static IEnumerable<ReminderContent> Letters()
    {
        var person = new Person { Id = Guid.CreateVersion7(), Name = "陈静" };
        foreach (var language in new[] { "zh", "en" })
        {
            yield return new(Guid.CreateVersion7(), person, ReminderKind.Letter, "letter", language, DateTimeOffset.UnixEpoch, [],
                new RequestLetter(3, RequestKind.Extension, "李四", "市教委", "2020Q1", [new(1, "开展培训", new(2020, 4, 3)), new(2, "选址", new(2020, 4, 3))], Markup, new(2020, 4, 10)));
        }
    }

    private static IEnumerable<string> RunsOf(JObject card) =>
        card["body"]!.SelectMany(element => element.SelectTokens("$..inlines[*].text")).Select(text => (string)text!);

    /// <summary>Letters and digits alone: the card sets its own punctuation.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> ProblemsAsync(IReadOnlyList<JObject> cards)
    {
        var start = new ProcessStartInfo("node", ["check.js"]) { WorkingDirectory = Path.Combine(AppContext.BaseDirectory, "CardCheck"), RedirectStandardInput = true, RedirectStandardOutput = true };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(new JArray(cards).ToString());
        node.StandardInput.Close();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return JArray.Parse(output).Select(problems => (IReadOnlyList<string>)[.. problems.Select(problem => (string)problem!)]).ToList();
    }
}
