using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Tests.Texts;

public sealed class ReminderTextsTests
{
    private static readonly DateOnly Due = new(2020, 4, 3);
    private static readonly DateTimeOffset DueAt = new(2020, 4, 3, 16, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("zh", "第二项：支持已经设立人工智能学科的高校加强人工智能学科建设", "2020-04-03，4月3日（周五）")]
    [InlineData("en", "Task 2: 支持已经设立人工智能学科的高校加强人工智能学科建设", "2020-04-03 (Friday 3 April)")]
    public void A_step_lists_every_open_task_and_the_due_date(string language, string task, string due)
    {
        var reply = ReminderTexts.Write(Content(ReminderKind.Step, "2020-03-31T09:00+08:00", language, Item(1), Item(2), Item(3)));

        Assert.Contains(task, reply.Text, StringComparison.Ordinal);
        Assert.Contains(due, reply.Text, StringComparison.Ordinal);
        Assert.Equal(3, reply.Text.Split('\n').Count(line => line.StartsWith('第') || line.StartsWith("Task ", StringComparison.Ordinal)));
        Assert.InRange(reply.Buttons.Count, 1, 6);
    }

    [Theory]
    [InlineData("2020-03-31T09:00+08:00", false, "即将结束", "drawing to a close")]
    [InlineData("2020-04-01T09:00+08:00", false, "已开始报送", "being collected")]
    [InlineData("2020-04-02T09:00+08:00", false, "明天就要截止", "due tomorrow")]
    [InlineData("2020-04-03T09:00+08:00", false, "今天是", "due today")]
    [InlineData("2020-04-03T15:00+08:00", false, "今天就要截止了", "last day")]
    [InlineData("2020-04-07T09:00+08:00", true, "期限已过", "is overdue")]
    public void The_opening_says_what_time_it_is(string at, bool overdue, string chinese, string english)
    {
        var item = Item(1) with { IsOverdue = overdue };

        Assert.Contains(chinese, ReminderTexts.Write(Content(ReminderKind.Step, at, "zh", item)).Text, StringComparison.Ordinal);
        Assert.Contains(english, ReminderTexts.Write(Content(ReminderKind.Step, at, "en", item)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-10-10T09:00+08:00", "zh", "10月12日（周一）就要截止")] // a worked Saturday
    [InlineData("2020-10-09T09:00+08:00", "en", "due on Monday 12 October, the next working day")]
    public void The_last_day_before_a_weekend_says_which_day_comes_then(string at, string language, string opening)
    {
        var content = Content(ReminderKind.Step, at, language, Item(1) with { DueOn = new(2020, 10, 12) });
        content = content with { Plans = [content.Plans[0] with { Period = new(2020, 3), DueOn = new(2020, 10, 12) }] };

        Assert.Contains(opening, ReminderTexts.Write(content).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Returned_extended_and_provisional_are_said()
    {
        var content = Content(ReminderKind.Step, "2020-04-02T09:00+08:00", "zh",
            Item(1) with { State = ObligationState.Returned, DueOn = new(2020, 4, 8) }, Item(2) with { State = ObligationState.Draft });
        content = content with { Plans = [content.Plans[0] with { IsProvisional = true }] };

        var text = ReminderTexts.Write(content).Text;

        Assert.Contains("已退回", text, StringComparison.Ordinal);
        Assert.Contains("2020-04-08", text, StringComparison.Ordinal);
        Assert.Contains("草稿", text, StringComparison.Ordinal);
        Assert.Contains("暂定", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "应报35项，已报33项，未报2项", "市教委（2项）")]
    [InlineData("en", "33 of 35 reported, 2 open", "市教委 (2 tasks)")]
    public void A_digest_counts_and_names_units_not_tasks(string language, string counts, string unit)
    {
        var text = ReminderTexts.Write(Content(ReminderKind.CoordinatorDigest, "2020-04-02T16:30+08:00", language, Item(1), Item(2))).Text;

        Assert.Contains(counts, text, StringComparison.Ordinal);
        Assert.Contains(unit, text, StringComparison.Ordinal);
        Assert.DoesNotContain("支持", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_leader_is_offered_no_urging()
    {
        var content = Content(ReminderKind.LeaderDigest, "2020-04-07T16:30+08:00", "zh", Item(1));

        Assert.DoesNotContain(ReminderTexts.Write(content).Buttons, button => button.Message.Contains("催办", StringComparison.Ordinal));
    }

    [Fact]
    public void A_task_keeps_at_least_thirty_characters_and_whole_characters()
    {
        var name = TaskNames.Full(1, null, string.Concat(Enumerable.Repeat("𠮷", 80)), Language.Chinese);

        Assert.Equal("第一项：" + string.Concat(Enumerable.Repeat("𠮷", 40)) + "…", name);
    }

    private static ReminderItem Item(int ordinal) => new(
        "市教委", ordinal, null, null, "支持已经设立人工智能学科的高校加强人工智能学科建设力度；支持其他有条件的高校设置人工智能学科，推进结合。",
        ObligationState.Pending, Due, IsOverdue: false);

    private static ReminderContent Content(ReminderKind kind, string at, string language, params ReminderItem[] items)
    {
        var to = new Person
        {
            Id = Guid.CreateVersion7(), Name = "李明", Language = language,
            Roles = kind == ReminderKind.CoordinatorDigest ? [PersonRole.Coordinator] : [],
            Contacts = kind == ReminderKind.Step ? [new(Guid.Empty, Guid.Empty, ContactKind.Primary)] : [],
        };
        var plan = new Plan
        {
            Id = Guid.CreateVersion7(), Title = "2020年重点工作", SourceName = "a.txt", SourceHash = "0", ImportedAt = DueAt,
            Reporting = new ReportingRule
            {
                Frequency = Frequency.Quarterly, DueRule = DueRule.Default, FirstPeriod = new(2020, 1), Sections = [new(1, "进展", SectionKind.Progress)],
            },
        };
        return new(Guid.CreateVersion7(), to, kind, "due", language, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture),
            [new(plan, new(2020, 1), Due, DueAt, IsProvisional: false, items, Total: 35, Open: items.Length)]);
    }
}
