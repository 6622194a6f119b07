using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Importing;

/// <summary>Applies what some notices say about roles in their letter: the unit that stands first leads, or those responsible lead where no one else does.</summary>
internal static partial class StatedRoles
{
    /// <param name="paragraphs">The notice without its tasks.</param>
    public static IReadOnlyList<NoticeTask> Apply(IReadOnlyList<NoticeTask> tasks, IReadOnlyList<Passage> paragraphs)
    {
        var (firstLeads, allLead) = (paragraphs.Any(paragraph => FirstLeads().IsMatch(paragraph.Compact().Text)), paragraphs.Any(paragraph => ResponsibleLead().IsMatch(paragraph.Compact().Text)));
        return firstLeads || allLead ? [.. tasks.Select(task => HasLead(task) ? task : task with { Units = [.. task.Units.Select((unit, place) => WithRole(unit, place, firstLeads))] })] : tasks;
    }

    private static bool HasLead(NoticeTask task) => task.Units.Any(unit => unit.Role == AssignmentRole.Lead);

    private static NoticeUnit WithRole(NoticeUnit unit, int place, bool firstLeads) =>
        unit.Role != AssignmentRole.Responsible ? unit
        : unit with { Role = firstLeads && place > 0 ? AssignmentRole.Support : AssignmentRole.Lead };

    [GeneratedRegex("(?:列|排)(?:在)?(?:第一位|首位|第一)的?(?:责任|负责)?(?:单位|部门)?(?:即)?(?:为|是)牵头")]
    private static partial Regex FirstLeads();

    [GeneratedRegex("(?:无|没有|未明确)牵头(?:单位|部门)的?，?(?:其)?责任(?:单位|部门)(?:即)?(?:为|是)牵头")]
    private static partial Regex ResponsibleLead();
}
