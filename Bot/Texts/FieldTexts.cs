namespace PlanBot.Texts;

/// <summary>What is wrong with a field of a form, and what helps.</summary>
public static class FieldTexts
{
    /// <param name="problem">Name of the problem.</param>
    public static string Of(string problem, Language language) => problem switch
    {
        "Missing" => language.In("请填写。", "Please fill this in."),
        "TooLong" => language.In("太长了，请压缩。", "Too long; please shorten it."),
        "NoDate" => language.In("请写成 2020、2020-06 或 2020-06-30 这样的日期。", "Please write a date such as 2020, 2020-06 or 2020-06-30."),
        "NoUnitName" => language.In("有的不像单位名称，请核对；多个单位之间用顿号。", "One of these is no unit's name. Put 、 or a comma between several."),
        "TooMany" => language.In("太多了，请拆开。", "Too many; please split them."),
        "NoNumber" => language.In("请填一个合适的数字。", "Please give a fitting number."),
        "BeforePlan" => language.In("这一期早于通知的成文日期和计划的起始年份，请核对。", "This period was over before the notice was issued and the plan began; please check."),
        "NoPeriod" => language.In("请写成与“多久报一次”相符的报告期，如 2020Q1。", "Please give a period that fits how often is reported, e.g. 2020Q1."),
        _ => language.In("请写成 18:00 这样的时间。", "Please write a time such as 18:00."),
    };
}
