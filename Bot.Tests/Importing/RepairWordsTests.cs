using PlanBot.Data.Model;
using PlanBot.Importing;
using PlanBot.Importing.Repair;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

/// <summary>How a notice's units are put right in words before it is stored.</summary>
public sealed class RepairWordsTests
{
    [Theory]
    [InlineData("第3项的责任单位改成市教委", "3 R市教委")]
    [InlineData("不对，第三项责任单位应该是市教委、市财政局", "3 R市教委、市财政局")]
    [InlineData("第2项牵头是市科技局不是市发改委", "2 L市科技局 S市财政局")]
    [InlineData("第2项的牵头单位不是市发改委，是市科技局", "2 L市科技局 S市财政局")]
    [InlineData("第2项由市财政局牵头", "2 L市财政局")] // it helped before
    [InlineData("把同上删掉", "1 R市水务局、县经信局")]
    [InlineData("第1项去掉同上", "1 R市水务局、县经信局")]
    [InlineData("把第1项的同上换成市体育局", "1 R市水务局、市体育局、县经信局")]
    [InlineData("第2项加上市统计局", "2 L市发改委 S市财政局、市统计局")]
    [InlineData("第2项配合单位加市统计局", "2 L市发改委 S市财政局、市统计局")]
    [InlineData("把市财政局都改成市审计局", "2 L市发改委 S市审计局|3 R市审计局")]
    [InlineData("第3项牵头单位改成经信局", "3 L县经信局 R市财政局")] // as the notice writes it
    [InlineData("第1项删掉同上；第3项由市教委负责", "1 R市水务局、县经信局|3 R市教委")]
    [InlineData("change the lead of task 3 to the Audit Bureau", "3 Lthe Audit Bureau R市财政局")]
    [InlineData("the lead of task 2 should be 市科技局, not 市发改委", "2 L市科技局 S市财政局")]
    [InlineData("remove 同上 from task 1", "1 R市水务局、县经信局")]
    [InlineData("add 市统计局 to task two as support", "2 L市发改委 S市财政局、市统计局")]
    [InlineData("replace 市财政局 with 市审计局 in task 3", "3 R市审计局")]
    [InlineData("第3项的责任单位改成天津市教委", "3 R天津市教委")]
    [InlineData("第3项由市机关事务管理局负责", "3 R市机关事务管理局")]
    [InlineData("把第3项的市财政局换成市直机关工委", "3 R市直机关工委")]
    [InlineData("第3项责任单位是市卫生和计划生育委员会", "3 R市卫生和计划生育委员会")]
    [InlineData("第2项加上天元区", "2 L市发改委 S市财政局、天元区")]
    [InlineData("把市财政局都改成他山镇", "2 L市发改委 S他山镇|3 R他山镇")]
    [InlineData("第3项的责任单位改成云河日报社、云河日报", "3 R云河日报社、云河日报")]
    [InlineData("change the lead of task 3 to the Plan Office", "3 Lthe Plan Office R市财政局")]
    [InlineData("把市发改委都改成市财政局", "2 L市财政局")] // it helped before
    [InlineData("把市财政局都改成市发改委", "2 L市发改委|3 R市发改委")]
    public void Words_change_what_they_name(string said, string changed)
    {
        var repair = Notice().WithSaid([said]);

        Assert.All(repair.Told, told => Assert.Null(told.Problem));
        Assert.Equal(changed, string.Join('|', repair.Told.SelectMany(told => told.Tasks).Distinct().Select(place => $"{place} {Shares(repair.Notice.Tasks[place - 1])}")));
    }

    [Theory]
    [InlineData("第9项的责任单位改成市教委", RepairProblem.NoSuchTask)]
    [InlineData("把市档案局删掉", RepairProblem.NoSuchUnit)]
    [InlineData("第2项牵头是市科技局不是市档案局", RepairProblem.NoSuchUnit)]
    [InlineData("第3项的责任单位改成市财政局", RepairProblem.NothingChanged)]
    [InlineData("第3项的责任单位改成12", RepairProblem.NoUnitName)]
    [InlineData("第4项由市教委负责", RepairProblem.OnlyOnPage)] // its text is too long, and that is not the name's fault
    public void What_cannot_be_done_changes_nothing_and_is_told(string said, RepairProblem problem)
    {
        var (before, after) = (Notice(), Notice().WithSaid([said]));

        Assert.Equal(problem, Assert.Single(after.Told).Problem);
        Assert.Equal(before.Notice.Tasks.Select(Shares), after.Notice.Tasks.Select(Shares));
    }

    [Theory]
    [InlineData("确认导入")]
    [InlineData("把截止日改成周五")]
    [InlineData("教委联络员换成张敏")]
    [InlineData("把提醒都删掉")]
    [InlineData("把发文机关改成市政府办公厅")]
    [InlineData("把标题改成云河县重点任务")]
    [InlineData("把第3项的完成时限改成年底")]
    [InlineData("把每月25日改成每月28日")]
    [InlineData("把这两项删掉")]
    [InlineData("把牵头单位改成市教委")]
    [InlineData("change the contact of 市教委 to 张敏")]
    [InlineData("delete it")]
    [InlineData("change the due date to Friday")]
    [InlineData("第3项谁牵头")]
    [InlineData("第一项进展：已完成选址")]
    public void Other_words_are_for_others_to_read(string said) => Assert.Empty(RepairWords.Read(said));

    [Fact]
    public void Doubts_of_a_line_that_was_put_right_are_settled_and_nothing_is_made_twice()
    {
        var once = Notice().WithSaid(["把同上删掉"]);
        var again = NoticeInRepair.Read(once.Write()).WithSaid(["把同上删掉"]);

        Assert.DoesNotContain(once.Notice.Warnings, warning => warning.Line == 1);
        Assert.Equal((1, 1, 1), (once.Said, again.Said, again.Changed));
        Assert.Equal(3, Notice().WithSaid(["删掉第2项"]).Notice.Tasks.Count);
    }

    [Theory]
    [InlineData("删掉第2项；第3项由市教委负责", "第1件要办的事 R市水务局、同上、县经信局|第3件要办的事 R市教委", "2 2")]
    [InlineData("第3项由市教委负责；删掉第2项", "第1件要办的事 R市水务局、同上、县经信局|第3件要办的事 R市教委", "2 2")]
    [InlineData("remove task 2 and remove task 3", "第1件要办的事 R市水务局、同上、县经信局", "2 3")]
    [InlineData("删掉第3项；删掉第1项；删掉第3项", "第2件要办的事 L市发改委 S市财政局", "1 3")]
    [InlineData("第2项加上市统计局；删掉第2项", "第1件要办的事 R市水务局、同上、县经信局|第3件要办的事 R市财政局", "2")]
    public void What_is_said_together_speaks_of_one_list(string said, string left, string told)
    {
        var repair = Notice().WithSaid([said]);

        Assert.Equal(left, string.Join('|', repair.Notice.Tasks.Take(repair.Notice.Tasks.Count - 1).Select(task => $"{task.Text} {Shares(task)}")));
        Assert.All(repair.Told, one => Assert.Null(one.Problem));
        Assert.Equal(told, string.Join(' ', repair.Told.Select(one => string.Join('/', one.Tasks))));
    }

    [Fact]
    public void What_was_told_is_over_with_the_next_change()
    {
        var repair = Notice().WithSaid(["把同上删掉"]);

        Assert.NotEmpty(repair.Told);
        Assert.All([repair.WithTask(0, repair.Notice.Tasks[0]), repair.WithoutTask(1), repair.WithNewTask(repair.Notice.Tasks[0])], changed => Assert.Empty(changed.Told));
    }

    private static string Shares(NoticeTask task) => string.Join(' ', task.Units.GroupBy(unit => unit.Role).OrderBy(same => same.Key switch { AssignmentRole.Lead => 0, AssignmentRole.Support => 1, _ => 2 })
        .Select(same => (same.Key switch { AssignmentRole.Lead => "L", AssignmentRole.Support => "S", _ => "R" }) + string.Join('、', same.Select(unit => unit.Name))));

    private static NoticeInRepair Notice() => new()
    {
        Lines = new Dictionary<int, string>(),
        Notice = new()
        {
            Plan = new() { Title = "云河县2020年重点任务" },
            Tasks =
            [
                Task(1, (AssignmentRole.Responsible, "市水务局", "市水务局"), (AssignmentRole.Responsible, "同上", "同上"), (AssignmentRole.Responsible, "县经信局", "经信局")),
                Task(2, (AssignmentRole.Lead, "市发改委", "市发改委"), (AssignmentRole.Support, "市财政局", "市财政局")),
                Task(3, (AssignmentRole.Responsible, "市财政局", "市财政局")),
                Task(4, (AssignmentRole.Responsible, "市体育局", "市体育局")) with { Text = new('长', TaskFields.LongestText + 1) },
            ],
            Warnings = [new(1, NoticeIssue.DoubtfulUnit, "同上")],
        },
    };

    private static NoticeTask Task(int line, params (AssignmentRole Role, string Name, string Raw)[] units) => new()
    {
        Number = $"{line}", Text = $"第{line}件要办的事", Line = line, Units = [.. units.Select(unit => new NoticeUnit(unit.Name, unit.Raw, unit.Role, UnitKind.Unit))],
    };
}
