using PlanBot.Data.Model;
using PlanBot.Importing;

namespace PlanBot.Tests.Importing;

/// <summary>The project's own sample, from which an empty demo is filled.</summary>
public sealed class SampleNoticeTests
{
    private static readonly string[] Units =
    [
        "市发展改革委", "市教委", "市科技局", "市工业和信息化局", "市委网信办", "市交通运输委", "市农业农村委", "市商务局",
        "市文化和旅游局", "市卫生健康委", "市市场监管委", "市金融局", "市合作交流办", "市政务服务办", "人民银行天津分行", "天津证监局",
    ];

    private readonly Notice notice = NoticeReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", "sample-notice.txt")), "sample-notice.txt").Notice!;

    [Fact]
    public void Sample_is_read_without_a_warning() => Assert.Empty(notice.Warnings);

    [Fact]
    public void Sample_has_the_units_and_the_number_of_tasks_of_the_public_notice()
    {
        var byUnit = notice.Tasks.GroupBy(task => Assert.Single(task.Units)).ToList();

        Assert.Equal(Units, byUnit.Select(tasks => tasks.Key.Name));
        Assert.Equal([2, 3, 3, 5, 3, 2, 2, 2, 1, 2, 1, 3, 3, 1, 1, 1], byUnit.Select(tasks => tasks.Count()));
        Assert.Equal(Enumerable.Range(1, 16).Select(number => $"{number}"), byUnit.Select(tasks => tasks.First().Number));
    }

    [Fact]
    public void Sample_has_its_date_rule_sections_and_an_invented_contact()
    {
        var plan = notice.Plan;

        Assert.Equal(("市工业和信息化局", "2020-03-26", "2020", "2020"), (plan.Issuer, plan.IssuedOn, plan.StartsOn, plan.EndsOn));
        Assert.Equal((Frequency.Quarterly, new WorkingDayOfNextPeriod(3), new ReportingPeriod(2020, 1)), (plan.Reporting!.Frequency, plan.Reporting.DueRule, plan.Reporting.FirstPeriod));
        Assert.Equal(
            [("工作进展情况", SectionKind.Progress), ("存在问题", SectionKind.Problems), ("取得成效", SectionKind.Results), ("下一步工作", SectionKind.NextSteps)],
            SectionKinds.Of(notice).Select(section => (section.Name, section.Kind)));
        Assert.Equal(("市工业和信息化局", false), (plan.Reporting.Recipient, plan.Reporting.LeadOnly));
        Assert.Equal(new NoticeContact("市工业和信息化局科技处", null, "00000000", "00000000", "keji@example.invalid"), plan.Contact);
    }
}
