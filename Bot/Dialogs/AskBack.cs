using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>What is offered when a message was not understood for sure, and how it is explained. Pure.</summary>
public static class AskBack
{
    /// <summary>Less than this is no hint of anything.</summary>
    private const double Faintest = 0.12;

    private const int Most = 3;

    /// <summary>No unit has more tasks than that.</summary>
    private const int MostTasks = 30;

    /// <summary>The likeliest meanings that this person could have had.</summary>
    /// <returns>Null when nothing comes near: then it is better to say so. Always null for a statement of a contact, whose words are a report rather than a guess at a command.</returns>
    public static Choices? Meanings(Turn turn)
    {
        var said = turn.Said;
        var isContact = Permissions.ReportsFor(turn.Asker.Person).Any();
        if (isContact && !said.EndsAsQuestion)
            return null;
        var options = said.Others.Prepend(new Meaning(said.Intent, said.Confidence))
            .Where(meaning => meaning.Confidence >= Faintest && IsFor(turn.Asker, meaning.Intent))
            .Select(meaning => Sentence(turn, meaning.Intent)).OfType<string>().Distinct().Take(Most).Select(sentence => new Choice(sentence, sentence)).ToList();
        return options.Count == 0 ? null : new(options);
    }

    /// <summary>Where the office's words are like one act and nothing else: what they then mean. It shows what it would do, and asks.</summary>
    /// <returns>Null when several meanings come near, or none.</returns>
    public static Turn? OnlyAct(Turn turn)
    {
        if (Permissions.ReportsFor(turn.Asker.Person).Any() || turn.Said.EndsAsQuestion)
            return null;
        var options = turn.Said.Others.Prepend(new Meaning(turn.Said.Intent, turn.Said.Confidence)).Where(meaning => meaning.Confidence >= Faintest && IsFor(turn.Asker, meaning.Intent)).ToList();
        return options is [{ Confidence: >= EnoughAlone } only] && Understand.IsDoneToUnits(only.Intent) && only.Intent != Intent.Broadcast && turn.Said.Units is [{ One: not null }]
            ? turn with { Said = turn.Said with { Intent = only.Intent, Confidence = Math.Max(only.Confidence, 0.6) } } : null;
    }

    private const double EnoughAlone = 0.2;

    /// <summary>3: a contact's bare number may mean the task.</summary>
    /// <returns>Null when it is no number that a unit's task can have.</returns>
    public static Choices? OfNumber(Turn turn) =>
        Permissions.ReportsFor(turn.Asker.Person).Any() && turn.Said.Raw.Trim().Length <= 3 && Numbers.Parse(turn.Said.Plain) is >= 1 and <= MostTasks and var number
            ? new([new(turn.Language.In($"填报{TaskNames.Ordinal(number, Language.Chinese)}", $"Report on task {number}"), turn.Language.In($"我要报{TaskNames.Ordinal(number, Language.Chinese)}", $"I want to report on task {number}"))]) : null;

    /// <summary>无, with nothing asked: perhaps that there is nothing to report.</summary>
    /// <returns>Null when something is said, or by nobody who reports.</returns>
    public static Choices? OfNothing(Turn turn) => Permissions.ReportsFor(turn.Asker.Person).Any() && turn.Said.Raw.Trim().Length <= LongestNothing && NothingToSay.Matches(turn.Said.Raw) && Sentence(turn, Intent.Nil) is { } sentence
        ? new([new(sentence, sentence)]) : null;

    private const int LongestNothing = 8;

    /// <summary>What a message was understood as, by which words, how surely, and what came next.</summary>
    public static string Explain(Turn turn, Understood said)
    {
        var next = said.Others.FirstOrDefault(other => Sentence(turn, other.Intent) is not null);
        return UnderstandingTexts.Explain(
            TaskNames.Cut(said.Raw.ReplaceLineEndings(" "), 40), said.Intent is Intent.None ? null : Describe(turn, said, said.Intent), Math.Min(1, said.Confidence),
            [.. said.Evidence.Select(evidence => evidence.Words).Distinct().Take(12)], next is null ? null : (Describe(turn, said, next.Intent), Math.Min(1, next.Confidence)),
            TaskNames.Cut(said.Leftover, 30), turn.Language);
    }

    private static string? Sentence(Turn turn, Intent intent) =>
        Understanding.Meanings.Sentence(intent, turn.Language, turn.Said.Unit?.One?.Name, PeriodOf(turn, turn.Said), TaskOf(turn, turn.Said), turn.Said.Request);

    private static string Describe(Turn turn, Understood said, Intent intent) => intent == Intent.Fragment
        ? turn.Language.In("接着上一问，换一部分", "the last question with a part replaced")
        : Understanding.Meanings.Describe(intent, turn.Language, said.Unit?.One?.Name ?? said.Unit?.Words, PeriodOf(turn, said), TaskOf(turn, said), said.Request);

    private static string? PeriodOf(Turn turn, Understood said) => said.Period is { } period && turn.Plans.Count > 0 ? PeriodNames.Of(turn.Plans[0].KeyOf(period), turn.Language) : null;

    private static string? TaskOf(Turn turn, Understood said) => said.Tasks.Count > 0 && said.Tasks[0] > 0 ? TaskNames.Ordinal(said.Tasks[0], turn.Language) : null;

    private static bool IsFor(Asker asker, Intent intent) => intent switch
    {
        Intent.WhoOverdue or Intent.WhoMissing or Intent.WhoReported or Intent.AllIn or Intent.Rate or Intent.Trend or Intent.Problems or Intent.Unreachable or Intent.Audit
            or Intent.UnitStatus or Intent.ReadReport or Intent.WhoIsContact or Intent.Paused or Intent.Extended or Intent.PlanTasks or Intent.WhoRuns or Intent.Brief or Intent.ChildProgress => asker.Sees(Ability.SeeOverview),
        Intent.Urge or Intent.Extend or Intent.Return or Intent.Accept or Intent.Waive or Intent.Broadcast or Intent.ChangeContact or Intent.Invite or Intent.Export or Intent.PauseReminders
            or Intent.ResumeReminders or Intent.ImportNotice or Intent.NameUnit or Intent.Grant or Intent.Decline or Intent.Requests or Intent.PreviewReminders or Intent.FollowProblem or Intent.CloseProblem => asker.Sees(Ability.RunPlan),
        Intent.MyTasks or Intent.MyReport or Intent.MyStatus or Intent.StartReport or Intent.CarryOver or Intent.Snooze or Intent.Handover => asker.Person.Contacts.Count > 0,
        Intent.DueDate or Intent.Help => true,
        _ => false,
    };
}
