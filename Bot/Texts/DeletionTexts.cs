using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>What is said to whoever wants something deleted.</summary>
public static class DeletionTexts
{
    /// <param name="unit">The unit that was named; null when none was.</param>
    public static Reply NothingIsDeleted(Person person, string? unit, Language language)
    {
        var instead = person switch
        {
            { IsCoordinator: true } => language.In("如果报告有问题，可以退回，由该单位修改后重报；确实不用报的，可以免报。", "If a report is wrong, return it and the unit sends it again; if it is not needed, waive it."),
            { Contacts.Count: > 0 } => language.In("截止之前可以说“撤回”收回本单位的报告，也可以直接修改；改前的版本留档备查。", "Before the due date you can \"withdraw\" your own report, or correct it; earlier versions stay on record."),
            _ => language.In("需要时请由管理员退回。", "If need be, a coordinator can return it."),
        };
        return new(language.In($"报送内容不能删除，每一版都要留档，我没有做任何改动。{instead}", $"Nothing that was reported can be deleted: every version stays on record, and nothing was changed. {instead}"))
        {
            Buttons = person switch
            {
                { IsCoordinator: true } when unit is not null => [Buttons.Of(language, $"退回{unit}的报告", $"Return the report of {unit}"), UnitTexts.Read(unit, language)],
                { IsCoordinator: true } => [Buttons.WhoHasNotReported(language)],
                { Contacts.Count: > 0 } => [Buttons.Of(language, "撤回", "Withdraw my report"), Buttons.MyReport(language)],
                _ => [Buttons.Help(language)],
            },
        };
    }
}
