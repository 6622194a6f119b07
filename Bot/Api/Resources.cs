using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Api;

/// <summary>A section of the plan's reports; <paramref name="Kind"/> is other, progress, problems, results or nextSteps.</summary>
public sealed record SectionResource(int Ordinal, string Name, string Kind);

/// <summary>An imported notice. Dates are ISO, cut at the precision that the notice gives.</summary>
public sealed record PlanResource(
    Guid Id, Guid? ParentId, string Title, string? Issuer, string? DocumentNumber, string? IssuedOn, string? StartsOn, string? EndsOn, string TimeZone, string Frequency, DueRule DueRule,
    string FirstPeriod, string? LastPeriod, string? Evidence, bool LeadOnly, bool NeedsSignOff, IReadOnlyList<SectionResource> Sections, DateTimeOffset ImportedAt)
{
    internal static PlanResource Of(Plan plan) => new(
        plan.Id, plan.ParentId, plan.Title, plan.Issuer, plan.DocumentNumber, plan.IssuedOn, plan.StartsOn, plan.EndsOn, plan.TimeZone, Name(plan.Reporting.Frequency), plan.Reporting.DueRule,
        plan.Reporting.FirstPeriod.ToString(), plan.Reporting.LastPeriod?.ToString(), plan.Reporting.Evidence, plan.Reporting.LeadOnly, plan.NeedsSignOff,
        [.. plan.Reporting.Sections.Select(section => new SectionResource(section.Ordinal, section.Name, Name(section.Kind)))], plan.ImportedAt);

    internal static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>A date as the notice writes it.</summary>
public sealed record DateResource(string Raw, string? Date, string? Precision)
{
    internal static DateResource Of(DatedText text) => new(text.Raw, text.Date, text.Precision);
}

/// <param name="Line">Of the notice, from 1.</param>
public sealed record TaskResource(Guid Id, int Ordinal, string? Number, string? Title, string Text, int Line, DateResource? Deadline, IReadOnlyList<DateResource> Milestones)
{
    internal static TaskResource Of(PlanTask task) => new(
        task.Id, task.Ordinal, task.Number, task.Title, task.Text, task.Line, task.Deadline is { } deadline ? DateResource.Of(deadline) : null, [.. task.Milestones.Select(DateResource.Of)]);
}

/// <param name="Kind">unit, or group for 各区 and the like.</param>
public sealed record UnitResource(Guid Id, string Name, string FullName, string Kind)
{
    internal static UnitResource Of(Unit unit) => new(unit.Id, unit.Name, unit.FullName, PlanResource.Name(unit.Kind));
}

/// <param name="Role">lead, support or responsible.</param>
public sealed record AssignmentResource(Guid Id, Guid TaskId, Guid UnitId, string Role)
{
    internal static AssignmentResource Of(Assignment assignment) => new(assignment.Id, assignment.TaskId, assignment.UnitId, PlanResource.Name(assignment.Role));
}

/// <param name="DueAt">First instant that is late.</param>
/// <param name="Provisional">The year's holidays are not loaded yet; the date may move.</param>
/// <param name="Explanation">How the due date came about, in the language asked for; null where it is none of the rule's own.</param>
/// <param name="CollectionFrom">Instant of the first reminder.</param>
public sealed record PeriodResource(
    string Period, DateOnly FirstDay, DateOnly LastDay, DateOnly DueOn, DateTimeOffset DueAt, bool Provisional, string? Explanation, string? Sources, DateTimeOffset CollectionFrom,
    DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt)
{
    internal static PeriodResource Of(PlanPeriod period, Plan plan, WorkingDayCalendar calendar, Language language)
    {
        var why = DueDatePolicy.Explain(period.Period, plan.Reporting.DueRule, calendar).LastOrDefault(explanation => explanation.Due.Day == period.DueOn);
        return new(
            period.Period.ToString(), period.Period.FirstDay, period.Period.LastDay, period.DueOn, period.DueAt, period.IsProvisional, why is null ? null : DueDateTexts.Explain(why, language),
            why is null ? null : DueDateTexts.Sources(why, language), period.CollectionFrom, period.OpenedAt, period.ClosedAt);
    }
}

/// <summary>One report that is owed. <paramref name="State"/> is pending, draft, awaitingSignOff, submitted, accepted, returned or waived; <paramref name="Etag"/> is what a change of it names under If-Match.</summary>
/// <param name="Version">Of the entry that counts or was returned; 0 before the first.</param>
public sealed record ObligationResource(
    Guid Id, string Period, Guid UnitId, string Unit, Guid TaskId, string? TaskNumber, string? TaskTitle, string Role, string State, bool Overdue, bool Late, DateOnly DueOn, DateTimeOffset DueAt,
    int Round, int Version, DateTimeOffset? SubmittedAt, string Etag)
{
    internal static ObligationResource Of(OwedRow row, ReportingPeriod period, DateTimeOffset now) => new(
        row.ObligationId, period.ToString(), row.UnitId, row.UnitName, row.TaskId, row.TaskNumber, row.TaskTitle, PlanResource.Name(row.Role), PlanResource.Name(row.State), row.IsOverdue(now), row.IsLate,
        row.DueOn, row.DueAt, row.Round, row.Version, row.SubmittedAt, ApiTags.Of(row, now));
}

/// <summary>One version of a report, never changed once it is there.</summary>
/// <param name="Counts">It is the one that counts: the latest, neither returned nor taken back.</param>
/// <param name="Sections">Text by the section's name.</param>
public sealed record EntryResource(Guid Id, Guid ObligationId, int Version, bool Counts, string Author, string Channel, DateTimeOffset SubmittedAt, IReadOnlyDictionary<string, string> Sections)
{
    internal static EntryResource Of(ProgressEntry entry, OwedRow row, Plan plan, IReadOnlyDictionary<Guid, string> authors) => new(
        entry.Id, entry.ObligationId, entry.Version, entry.Version == row.Version && row.Counts,
        authors.GetValueOrDefault(entry.AuthorId, ""), entry.Channel, entry.SubmittedAt,
        plan.Reporting.Sections.Where(section => entry.Sections.ContainsKey(section.Ordinal)).ToDictionary(section => section.Name, section => entry.Sections[section.Ordinal]));
}

/// <summary>How a period stands, in reports; <paramref name="Units"/> and <paramref name="UnitsComplete"/> in units.</summary>
public sealed record StatusResource(string Period, int Owed, int Reported, int Open, int Overdue, int Late, int Waived, int Units, int UnitsComplete)
{
    internal static StatusResource Of(ReportingPeriod period, IReadOnlyList<UnitTally> units) => new(
        period.ToString(), units.Sum(unit => unit.Owed), units.Sum(unit => unit.Reported), units.Sum(unit => unit.Open), units.Sum(unit => unit.Overdue), units.Sum(unit => unit.Late),
        units.Sum(unit => unit.Waived), units.Count, units.Count(unit => unit.Open == 0));
}

/// <param name="PreviousText">What the same report said in the period before; null where it said nothing.</param>
/// <param name="Mark">followed or solved, as a coordinator has marked it; null for neither.</param>
public sealed record ProblemResource(Guid ObligationId, Guid UnitId, string Unit, string? TaskTitle, string TaskText, string Text, string? PreviousText, string? Mark)
{
    internal static ProblemResource Of(ProblemRow row) => new(
        row.ObligationId, row.UnitId, row.UnitName, row.TaskTitle, row.TaskText, row.Text, row.OtherText, row.Mark is { } mark ? PlanResource.Name(mark) : null);
}

/// <summary>A report to be filed: a text for every section of the plan, by its name; 无 where there is nothing to say.</summary>
public sealed record NewEntry(IReadOnlyDictionary<string, string>? Sections);

/// <summary>A later due day; the reason is kept and told to the unit.</summary>
public sealed record NewExtension(DateOnly? DueOn, string? Reason);

public sealed record NewWaiver(string? Reason);

/// <summary>Without units: all that are overdue, or with <paramref name="IncludeNotYetDue"/> all that have not reported.</summary>
public sealed record NewUrging(IReadOnlyList<Guid>? UnitIds, bool IncludeNotYetDue = false);

/// <summary>Who was urged. Nobody's name is told.</summary>
/// <param name="People">Messages that go out.</param>
/// <param name="CoolingDown">Units whose contacts were urged too recently, and until when they are left alone.</param>
/// <param name="WithoutContact">Units that have nobody who could be written to.</param>
/// <param name="WaitsUntil">When the messages go out; null for at once.</param>
public sealed record UrgingResource(int People, IReadOnlyList<Guid> UnitIds, IReadOnlyList<CoolingUnit> CoolingDown, IReadOnlyList<Guid> WithoutContact, DateTimeOffset? WaitsUntil)
{
    internal static UrgingResource Of(UrgePreview done) => new(
        done.WillBeWritten.Count, [.. done.WillBeWritten.SelectMany(person => person.Units).Select(unit => unit.UnitId).Distinct()],
        [.. done.CoolingDown.SelectMany(person => person.Units.Select(unit => new CoolingUnit(unit.UnitId, person.Until))).DistinctBy(unit => unit.UnitId)],
        [.. done.WithoutContact.Select(unit => unit.UnitId)], done.WillBeWritten.Count > 0 ? done.WaitsUntil : null);
}

public sealed record CoolingUnit(Guid UnitId, DateTimeOffset Until);
