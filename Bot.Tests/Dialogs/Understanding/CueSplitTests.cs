using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Tests.Dialogs.Understanding;

/// <summary>Prose without labels. Sections: 1 progress, 2 problems, 3 results, 4 next steps; a dash where a section says nothing.</summary>
public sealed class CueSplitTests
{
    private static readonly ReportSection[] Sections =
    [
        new(1, "工作进展情况", SectionKind.Progress), new(2, "存在问题", SectionKind.Problems),
        new(3, "取得成效", SectionKind.Results), new(4, "下一步工作", SectionKind.NextSteps),
    ];

    [Theory]
    [InlineData("完成了两期培训，困难是场地不足，下一步再办两期。", "完成了两期培训|场地不足|-|再办两期。")]
    [InlineData("已完成选址。存在的问题主要是资金没有到位。成效方面，签约3家企业。接下来推进招标。", "已完成选址。|资金没有到位。|签约3家企业。|推进招标。")]
    [InlineData("本季度开展培训2期，取得了明显成效，覆盖企业26家；目前存在经费不足的问题；下一步计划扩大试点。", "本季度开展培训2期|目前存在经费不足的问题|取得了明显成效，覆盖企业26家|扩大试点。")]
    [InlineData("培训办了两期，没有遇到问题，下一步继续推进", "培训办了两期|无|-|继续推进")]
    [InlineData("我们办了两期培训。主要困难是人手紧张。效果是参训率提高到八成。下季度将继续举办。", "我们办了两期培训。|人手紧张。|参训率提高到八成。|将继续举办。")]
    [InlineData("完成招标。问题在于工期紧。后续将加快施工。", "完成招标。|工期紧。|-|将加快施工。")]
    [InlineData("进展方面，完成招标；问题方面，工期紧；成效方面，节约5万元；下一步，加快施工", "完成招标|工期紧|节约5万元|加快施工")]
    [InlineData("We finished two courses. The problem is a lack of rooms. Next we will hold two more.", "We finished two courses.|a lack of rooms.|-|we will hold two more.")]
    [InlineData("Two courses were held, no problems so far, the result is 120 trained teachers, next steps are to widen the pilot", "Two courses were held|None|120 trained teachers|widen the pilot")]
    [InlineData("The site was chosen; the main difficulty is funding; next quarter we will tender.", "The site was chosen|funding|-|we will tender.")]
    public void Clauses_that_say_what_they_are_about(string prose, string expected)
    {
        var split = CueSplit.Split(prose, Sections)!;

        Assert.Equal(expected, string.Join('|', Sections.Select(section => split.GetValueOrDefault(section.Ordinal, "-"))));
    }

    [Theory]
    [InlineData("完成了两期培训")]
    [InlineData("问题整改已经完成，成效明显")]
    [InlineData("解决了企业反映的困难和问题26个")]
    [InlineData("针对存在的问题，制定了整改方案")]
    [InlineData("为下一步推广打下了基础")]
    [InlineData("下一步计划已经制定完毕")]
    [InlineData("计划投资5亿元，已完成3亿元")]
    [InlineData("后续手续已办结，二季度任务提前完成")]
    [InlineData("We solved three problems and planned the next steps.")]
    [InlineData("Results of the survey were published.")]
    public void Other_prose_is_progress_as_a_whole(string prose) => Assert.Null(CueSplit.Split(prose, Sections));
}
