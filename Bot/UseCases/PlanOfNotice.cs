using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Importing;

namespace PlanBot.UseCases;

/// <summary>What a notice says, as the records that are stored.</summary>
internal static class PlanOfNotice
{
    public static Plan PlanOf(NoticeImport import, DateTimeOffset now)
    {
        var notice = import.Notice.Plan;
        return new Plan
        {
            Id = Guid.CreateVersion7(now), ParentId = import.ParentId, Title = notice.Title ?? Path.GetFileNameWithoutExtension(import.SourceName),
            Issuer = notice.Issuer, DocumentNumber = notice.DocumentNumber, IssuedOn = notice.IssuedOn, StartsOn = notice.StartsOn, EndsOn = notice.EndsOn,
            Reporting = RuleOf(import, now), NeedsSignOff = notice.Reporting?.NeedsSignOff ?? false, Contact = notice.Contact,
            SourceName = import.SourceName, SourceHash = import.SourceHash, ImportedAt = now,
        };
    }

    private static ReportingRule RuleOf(NoticeImport import, DateTimeOffset now)
    {
        var (notice, plan, stated) = (import.Notice, import.Notice.Plan, import.Notice.Plan.Reporting);
        var chosen = import.Rule ?? ProposeRule.Usual(stated);
        var frequency = stated?.Frequency ?? chosen.Frequency;
        var first = stated?.FirstPeriod ?? (chosen.FirstPeriod is { } named && named.Frequency == frequency ? named : (ReportingPeriod?)null)
            ?? FirstPeriods.Proposed(plan, frequency, CivilTime.Of(Plan.DefaultTimeZone).DayOf(now));
        var sections = SectionKinds.Of(notice);
        if (sections.Count == 0)
            sections = SectionKinds.Of(chosen.Sections);
        return new ReportingRule
        {
            Frequency = frequency, DueRule = stated?.DueRule ?? chosen.DueRule, FirstPeriod = first, LastPeriod = LastPeriod(plan, frequency) is { } last && last < first ? first : LastPeriod(plan, frequency),
            Evidence = stated?.Evidence, Sections = sections.Count > 0 ? sections : ReportSections.Default, Recipient = stated?.Recipient,
            LeadOnly = stated?.LeadOnly ?? chosen.LeadOnly,
        };
    }

    /// <summary>The plan as a corrected notice has it. What reports already stand on stays: frequency, first period and sections.</summary>
    public static Plan Revised(Plan plan, NoticeImport import)
    {
        var notice = import.Notice.Plan;
        return plan with
        {
            ParentId = import.ParentId ?? plan.ParentId, Title = notice.Title ?? plan.Title, DocumentNumber = notice.DocumentNumber ?? plan.DocumentNumber,
            IssuedOn = notice.IssuedOn ?? plan.IssuedOn, StartsOn = notice.StartsOn ?? plan.StartsOn, EndsOn = notice.EndsOn ?? plan.EndsOn, Contact = notice.Contact ?? plan.Contact,
            Reporting = Revised(plan.Reporting, notice), SourceName = import.SourceName, SourceHash = import.SourceHash,
        };
    }

    private static ReportingRule Revised(ReportingRule rule, NoticePlan notice)
    {
        var last = LastPeriod(notice, rule.Frequency) ?? rule.LastPeriod;
        rule = rule with { LastPeriod = last < rule.FirstPeriod ? rule.FirstPeriod : last };
        return notice.Reporting is { } stated && stated.Frequency == rule.Frequency
            ? rule with { DueRule = stated.DueRule ?? rule.DueRule, Evidence = stated.Evidence, Recipient = stated.Recipient ?? rule.Recipient, LeadOnly = stated.LeadOnly }
            : rule;
    }

    public static PlanTask TaskOf(TaskWording task, Guid planId, int ordinal) => new()
    {
        Id = task.Id, PlanId = planId, Ordinal = ordinal, Number = task.Number, Title = task.Title, Text = task.Text, Line = task.Line, Deadline = task.Deadline, Milestones = task.Milestones,
    };

    /// <summary>A unit that the notice names twice for one task has one share in it, the one named first.</summary>
    public static TaskWording WordingOf(NoticeTask task, IReadOnlyDictionary<string, Unit> units, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), Number = task.Number, Title = task.Title, Text = task.Text, Line = task.Line, Deadline = task.Deadline, Milestones = task.Milestones,
        Shares = [.. task.Units.DistinctBy(unit => units[unit.Name].Id).Select(unit => new UnitShare(units[unit.Name].Id, unit.Name, unit.Raw, unit.Role))],
    };

    private static ReportingPeriod? LastPeriod(NoticePlan plan, Frequency frequency) => DayOf(plan.EndsOn, atTheEnd: true) is { } end ? ReportingPeriod.Containing(end, frequency) : null;

    /// <summary>First day (or last) of an ISO date that may be cut to a year or a month.</summary>
    private static DateOnly? DayOf(string? date, bool atTheEnd = false)
    {
        if (date is null || !int.TryParse(date.AsSpan(0, Math.Min(4, date.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return null;
        if (date.Length >= 10 && DateOnly.TryParseExact(date[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        var month = date.Length >= 7 ? int.Parse(date.AsSpan(5, 2), CultureInfo.InvariantCulture) : atTheEnd ? 12 : 1;
        return new DateOnly(year, month, atTheEnd ? DateTime.DaysInMonth(year, month) : 1);
    }
}
