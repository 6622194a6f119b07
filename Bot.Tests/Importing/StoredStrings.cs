using PlanBot.Importing;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

/// <summary>The promise of the importer: what it keeps, the source says.</summary>
internal static class StoredStrings
{
    public static void AssertInSource(Notice notice, string source)
    {
        var said = Solid(source);
        foreach (var kept in Of(notice))
            Assert.Contains(Solid(kept), said, StringComparison.Ordinal);
        foreach (var unit in notice.Tasks.SelectMany(task => task.Units))
            // 县公安、民政、财政局: the ending is the list's.
            Assert.EndsWith(Solid(unit.Raw), Solid(unit.Name).EndsWith(Solid(unit.Raw), StringComparison.Ordinal) ? Solid(unit.Name) : Solid(unit.Name).TrimEnd('局', '厅'), StringComparison.Ordinal);
    }

    /// <summary>All but unit names and nested numbers, which are put together (a missing unit is remarked by number), and ISO dates, which are computed.</summary>
    private static IEnumerable<string> Of(Notice notice)
    {
        var plan = notice.Plan;
        string?[] ofPlan =
        [
            plan.Title, plan.Issuer, plan.DocumentNumber, plan.Reporting?.Evidence, plan.Reporting?.Recipient, .. plan.Reporting?.Sections ?? [],
            plan.Contact?.Office, plan.Contact?.Person, plan.Contact?.Phone, plan.Contact?.Fax, plan.Contact?.Email,
        ];
        var ofTasks = notice.Tasks.SelectMany(task => (string?[])
            [task.Title, task.Text, task.Deadline?.Raw, .. task.Milestones.Select(step => step.Raw), .. task.Units.Select(unit => unit.Raw)]);
        return [.. ofPlan.Concat(ofTasks).OfType<string>(), .. notice.Warnings.Where(warning => warning.Issue is not (NoticeIssue.NoUnit or NoticeIssue.NoLeadNamed or NoticeIssue.NobodyReports)).Select(warning => warning.Subject)];
    }

    /// <summary>Without white space, and without the bars that draw a table: a cell may have several.</summary>
    private static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '|'));
}
