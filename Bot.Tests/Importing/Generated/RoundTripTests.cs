using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PlanBot.Data.Model;
using PlanBot.Importing;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing.Generated;

/// <summary>Invented plans, written in every layout and read back.</summary>
public sealed class RoundTripTests
{
    private static readonly Config Settings = Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20_210_308, 7);

    public static TheoryData<string, bool> Layouts()
    {
        var data = new TheoryData<string, bool>();
        foreach (var layout in (string[])["A", "B", "C", "C, bar at the end", "D", "tabs", "F", "G", "H", "I", "I, in one line"])
        {
            data.Add(layout, true);
            data.Add(layout, false);
        }
        data.Add("B, empty cells lost", false);
        data.Add("B, a unit a line", false);
        return data;
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_plan_reads_back_as_it_was_written(string layout, bool hasLead) =>
        Prop.ForAll(WrittenPlan.Plans(hasLead), tasks =>
        {
            var text = NoticeWriter.Write(layout, tasks);

            var notice = Reading.Notice(text);

            Assert.Equal(tasks.Select((task, index) => Written(layout, task, index)), notice.Tasks.Select(Read));
            Assert.DoesNotContain(notice.Warnings, warning => warning.Issue is NoticeIssue.CellsUnclear or NoticeIssue.NotPlaced or NoticeIssue.NoUnit or NoticeIssue.LayoutNotRead);
        }).Check(Settings);

    /// <summary>Which of two columns lost its cell, the text does not tell; the reader must then say so.</summary>
    [Fact]
    public void Where_cells_were_lost_a_task_that_differs_is_remarked() =>
        Prop.ForAll(WrittenPlan.Plans(hasLead: true), tasks =>
        {
            var notice = Reading.Notice(NoticeWriter.Write("B, empty cells lost", tasks));

            Assert.Equal(tasks.Select(task => task.Text), notice.Tasks.Select(task => task.Text));
            foreach (var (index, task) in notice.Tasks.Index())
                if (Read(task) != Written("B", tasks[index], index))
                    Assert.Contains((task.Line, NoticeIssue.CellsUnclear), Reading.Remarks(notice));
        }).Check(Settings);

    /// <summary>Lines and characters lost, doubled and moved: whatever is left is read or refused, and what is kept stands in it.</summary>
    [Fact]
    public void A_damaged_notice_is_read_without_inventing_anything() =>
        Prop.ForAll(Damaged(), text =>
        {
            if (Reading.Of(text).Notice is { } notice)
                StoredStrings.AssertInSource(notice, text);
        }).Check(Settings.WithMaxTest(400));

    [Fact]
    public void Any_text_is_read_or_refused() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => NoticeReader.Read(Encoding.UTF8.GetBytes(text ?? ""), "notice.txt") is { Notice: not null } or { Refusal: not null }).Check(Settings.WithMaxTest(400));

    /// <summary>Twice the tasks take twice the memory on the way; time would depend on the machine.</summary>
    [Theory]
    [MemberData(nameof(Layouts))]
    public void Twice_the_tasks_are_twice_the_work(string layout, bool hasLead)
    {
        var tasks = WrittenPlan.Plans(hasLead).Generator.Sample(40, 9).SelectMany(plan => plan).Take(120).ToList();
        var many = Enumerable.Repeat(tasks, 10).SelectMany(task => task).ToList();
        _ = Allocated(NoticeWriter.Write(layout, tasks));

        var (once, twice) = (Allocated(NoticeWriter.Write(layout, many)), Allocated(NoticeWriter.Write(layout, [.. many, .. many])));

        Assert.InRange(twice, once, once * 5 / 2);
    }

    [Theory]
    [InlineData("1", 300_000)]
    [InlineData("共", 300_000)]
    [InlineData("10项", 100_000)]
    [InlineData("1. ", 100_000)]
    [InlineData("甲。1、", 20_000)]
    [InlineData("序号\n任务\n单位\n", 20_000)]
    [InlineData("序号 任务 单位\n", 20_000)]
    [InlineData("序号\t任务\t单位\n\"", 20_000)]
    [InlineData("1\n", 200_000)]
    [InlineData("|\n", 200_000)]
    public void A_text_that_says_one_thing_over_and_over_ends_in_time(string words, int times)
    {
        var text = "云河县关于印发要点的通知\n2021年3月8日\n" + string.Concat(Enumerable.Repeat(words, times));
        var watch = Stopwatch.StartNew();

        Reading.Of(text);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    private static Arbitrary<string> Damaged() => Arb.From(
        from layout in Gen.Elements(Layouts().Select(row => (string)row[0]).Distinct().ToArray())
        from tasks in WrittenPlan.Plans(hasLead: false).Generator
        from edits in Gen.ListOf(Gen.Choose(0, int.MaxValue).Two(), 6)
        select edits.Aggregate(NoticeWriter.Write(layout, tasks), (text, edit) => Damage(text, edit.Item1, edit.Item2)));

    private static string Damage(string text, int kind, int place)
    {
        if (text.Length == 0)
            return text;
        var at = place % text.Length;
        var line = text.LastIndexOf('\n', at) + 1;
        var end = text.IndexOf('\n', at) is >= 0 and var found ? found + 1 : text.Length;
        return (kind % 5) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Remove(line, end - line),
            2 => text.Insert(line, text[line..end]),
            3 => text.Insert(at, text[^1..] + "：（、|\t\"序号"),
            _ => text[at..] + text[..at],
        };
    }

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Reading.Of(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Written(string layout, WrittenTask task, int index)
    {
        var roles = task.Lead is null ? AssignmentRole.Responsible : AssignmentRole.Support;
        IEnumerable<string> units = [.. task.Lead is { } lead ? [$"{lead.Name}/{AssignmentRole.Lead}"] : Array.Empty<string>(), .. task.Others.Select(unit => $"{unit.Name}/{roles}")];
        return $"{index + 1} {task.Text} {string.Join(' ', units)} {(NoticeWriter.HasDeadlines(layout) ? task.Deadline : null)}";
    }

    private static string Read(NoticeTask task) => $"{task.Number} {task.Text} {string.Join(' ', task.Units.Select(unit => $"{unit.Name}/{unit.Role}"))} {task.Deadline?.Raw}";
}
