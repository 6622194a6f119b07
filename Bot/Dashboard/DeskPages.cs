using PlanBot.Texts;

namespace PlanBot.Dashboard;

/// <summary>The pages of the menu, in its order, as far as a person may see them.</summary>
internal static class DeskPages
{
    public static IEnumerable<(string Path, string Name)> For(Desk desk)
    {
        yield return ("/dashboard", DeskTexts.Overview(desk.Language));
        yield return ("/dashboard/units", DeskListTexts.Units(desk.Language));
        yield return ("/dashboard/tasks", DeskTexts.Tasks(desk.Language));
        yield return ("/dashboard/search", DeskOfficeTexts.Search(desk.Language));
        yield return ("/dashboard/calendar", DeskOfficeTexts.Calendar(desk.Language));
        if (desk.SeesAll)
        {
            yield return ("/dashboard/contacts", DeskOfficeTexts.Contacts(desk.Language));
            yield return ("/dashboard/reminders", DeskOfficeTexts.Reminders(desk.Language));
            yield return ("/dashboard/deliveries", DeskOfficeTexts.Sent(desk.Language));
            yield return ("/dashboard/burden", DeskOfficeTexts.Burden(desk.Language));
        }
        yield return ("/dashboard/audit", DeskOfficeTexts.Audit(desk.Language));
        if (desk.RunsPlan)
            yield return ("/dashboard/import", DeskImportTexts.Import(desk.Language));
    }
}
