using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>What a labelled utterance was made of, against what it should be.</summary>
/// <param name="Got">Intent as routed: Report where a contact's words are taken for one, None where they are not understood.</param>
/// <param name="Wrong">Parameters that differ, as name=what was found; empty when all are right.</param>
public sealed record Scored(LabelledUtterance Utterance, string Got, IReadOnlyList<string> Wrong)
{
    public bool IsRight => Got == Utterance.Intent && Wrong.Count == 0;
}

/// <summary>Scores labelled utterances exactly as a conversation would take them. Pure.</summary>
/// <param name="now">In civil time; dates and periods are measured against it.</param>
public sealed class UtteranceScore(IReadOnlyList<Unit> units, PlanSetting setting, DateTime now, WorkingDayCalendar calendar)
{
    public Scored Of(LabelledUtterance utterance)
    {
        var said = Understand.Utterance(utterance.Said, units, speaker: utterance.Who == "U" ? Speaker.Unit : Speaker.Office);
        return new(utterance, Outcome(utterance.Who, said), [.. utterance.Parameters.Select(wanted => (wanted, Found: Parameter(said, wanted.Name))).Where(pair => pair.Found != pair.wanted.Value)
            .Select(pair => $"{pair.wanted.Name}={pair.Found}")]);
    }

    /// <summary>Value of a parameter as text: unit, task, period, when, days, reason, name, phone, email, text, section, request, version, subject, refers, format. Several are joined by commas; blank when none was found.</summary>
    public string Parameter(Understood said, string name) => name switch
    {
        "unit" => string.Join(',', said.Units.Select(unit => unit.One?.Name ?? (unit.IsAmbiguous ? "?" : "-"))),
        "task" => string.Join(',', said.Tasks.Select(task => task.ToString(CultureInfo.InvariantCulture)).Concat(said.AllTasks ? ["all"] : [])),
        "period" => string.Join(',', said.Periods.SelectMany(period => period.AllIn(setting))),
        "when" => When(said.When),
        "days" => Text(said.Days), "request" => Text(said.Request), "version" => Text(said.Version),
        "reason" => said.Reason ?? "", "name" => said.NewPerson?.Name ?? "", "phone" => said.NewPerson?.Phone ?? "", "email" => said.NewPerson?.Email ?? "",
        "text" => said.Text ?? "", "section" => said.Section?.ToString() ?? "", "subject" => said.TaskSubject ?? "", "refers" => said.Refers.ToString(), "format" => said.Format ?? "",
        _ => "no such parameter",
    };

    private string When(DateMention? when) => when switch
    {
        null => "",
        { Time: null, Reference: not DateReference.Later } => when.DayIn(DateOnly.FromDateTime(now), calendar)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none",
        _ => when.MomentIn(now, calendar)?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "none",
    };

    private string Outcome(string who, Understood said)
    {
        var person = new Person
        {
            Id = Guid.Empty, Name = who, Roles = who switch { "C" => [PersonRole.Coordinator], "L" => [PersonRole.Leader], _ => [] },
            // Whatever the unit: a contact is one, in an office that has imported nothing yet too.
            Contacts = who == "U" ? [new(Guid.Empty, units.Count > 0 ? units[0].Id : Guid.Empty, ContactKind.Primary)] : [],
        };
        return Routing.Of(new Turn(new Asker(person, said.Language ?? Language.Chinese, ""), said, [])) switch
        {
            Route.Report { Kind: ReportRequestKind.Text or ReportRequestKind.Correction } => LabelledUtterance.Report,
            Route.NotUnderstood => said.Intent is Intent.No ? said.Intent.ToString() : nameof(Intent.None),
            _ => said.Intent.ToString(),
        };
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
