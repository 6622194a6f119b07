using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Importing;

/// <summary>Applies what some notices say about roles in their letter: the unit that stands first leads, or those responsible lead where no one else does.</summary>
internal static partial class StatedRoles
{
    /// <summary>Words of a tail that say who leads in every task: 排在首位的为牵头单位, 下同.</summary>
    public static bool IsRule(string words) => Same().IsMatch(words) || OpensWith(FirstLeads().Match(words), words) || OpensWith(ResponsibleLead().Match(words), words);

    /// <summary>Behind a list of units, in brackets, the words are a note to the list.</summary>
    private static bool OpensWith(Match rule, string words) => rule.Success && !words.AsSpan(0, rule.Index).ContainsAny('、', '（');

    /// <param name="paragraphs">All of the notice: its letter says it, or the tail of its first task.</param>
    public static IReadOnlyList<NoticeTask> Apply(IReadOnlyList<NoticeTask> tasks, IReadOnlyList<Passage> paragraphs)
    {
        var (firstLeads, allLead) = (paragraphs.Any(paragraph => FirstLeads().IsMatch(paragraph.Compact().Text)), paragraphs.Any(paragraph => ResponsibleLead().IsMatch(paragraph.Compact().Text)));
        return firstLeads || allLead ? [.. tasks.Select(task => HasLead(task) ? task : task with { Units = [.. task.Units.Select((unit, place) => WithRole(unit, place, firstLeads))] })] : tasks;
    }

    private static bool HasLead(NoticeTask task) => task.Units.Any(unit => unit.Role == AssignmentRole.Lead);

    private static NoticeUnit WithRole(NoticeUnit unit, int place, bool firstLeads) =>
        unit.Role != AssignmentRole.Responsible ? unit
        : unit with { Role = firstLeads && place > 0 ? AssignmentRole.Support : AssignmentRole.Lead };

    [GeneratedRegex("^(?:以?下同|以下各项同|以下类同)$")]
    private static partial Regex Same();

    [GeneratedRegex("(?:列|排|排名|位列|居)(?:在|于)?(?:第一位|首位|第一|最前面?|前面?)的?(?:责任|负责)?(?:单位|部门|者)?(?:即)?(?:为|是)(?:(?:总|工作)?牵头|第一责任)|(?:第一|首)(?:个|位|家)(?:责任|负责)?(?:单位|部门)(?:即)?(?:为|是)牵头")]
    private static partial Regex FirstLeads();

    [GeneratedRegex("(?:无|没有|未明确)牵头(?:单位|部门)的?，?(?:其)?责任(?:单位|部门)(?:即)?(?:为|是)牵头")]
    private static partial Regex ResponsibleLead();
}
