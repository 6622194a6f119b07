using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Writes into a form what was said, keeps it as a draft at once, and says what was put in, kept or left out on the way.</summary>
public sealed class ReportWriting(ReportFiling filing, CarryOver carryOver)
{
    /// <param name="overwrites">The words come from somebody who has seen the draft that they may replace.</param>
    public async Task<ReportStep> TakeAsync(Turn turn, ReportTalk talk, ReportText report, CancellationToken cancellationToken, bool overwrites = false)
    {
        var form = talk.Form!;
        var unknown = form.Unknown(report.Blocks.Select(block => block.Task).OfType<int>()).Distinct().ToList();
        if (unknown.Count > 0)
            report = report with { Blocks = [.. report.Blocks.Select(block => block.Task is { } task && unknown.Contains(task) ? Homeless(block, task, turn.Language) : block)] };
        // Task 3 I'll send tomorrow: nothing of it is told.
        List<int> putOff = [.. report.Blocks.Where(block => block is { Task: not null, Sections.Count: 0 } && RemarkOfOther.IsPromised(block.Free)).Select(block => block.Task!.Value)];
        if (putOff.Count < report.Blocks.Count)
            report = report with { Blocks = [.. report.Blocks.Where(block => block.Task is not { } task || !putOff.Contains(task) || block.Sections.Count > 0)] };
        // …。第1项处里还在会签: what is said of a task that is not reported is no text of the last one.
        var later = !report.IsForAll && OthersBeside.Apart(report, sentence => RemarkOfOther.Read(sentence, form.Take(report)) is not null) is var (without, remark) ? RemarkOfOther.Read(remark, form.Take(report = without)) : null;
        var taken = report.IsForAll ? form.TakeForAll(report) : form.Take(report);
        if (!report.IsForAll && OthersBeside.Apart(report, FormChanges.TellsOfOthers) is var (own, told) && form.Take(own).NilOfOthers(told, turn.Language) is { } nil)
            taken = nil;
        var step = await GoOnAsync(turn, talk, taken, cancellationToken, overwrites);
        foreach (var other in later is { } beside ? [.. putOff, beside] : putOff)
            step = step with { Say = ReportStep.Joined(new(ReportNotes.NothingOfOther(other, turn.Language)), step.Say) };
        if (unknown.Count > 0)
            return step with { Say = ReportStep.Joined(new(ReportNotes.NoSuchTask(unknown, form.Tasks.Count, turn.Language)), step.Say) };
        return step.Talk?.Form is { IsEdit: true, HasChanges: false, Missing: null } ? new(ReportStep.Joined(step.Say, new(ReportTexts.NothingChanged(turn.Language))), null) : step;
    }

    public async Task<ReportStep> CorrectAsync(Turn turn, ReportTalk talk, IReadOnlyList<Correction> corrections, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        if (form.Unknown(corrections.SelectMany(correction => correction.Tasks)).Distinct().ToList() is not { Count: > 0 } unknown)
            return await GoOnAsync(turn, talk, corrections.Aggregate(form, (corrected, correction) => corrected.Correct(correction)), cancellationToken, overwrites: true);
        var note = new Reply(corrections is [{ Text.Length: > 0 }]
            ? ReportNotes.NoSuchTask(unknown, form.Tasks.Count, turn.Language)
            : ReportTexts.NoSuchTasks(unknown, form.Tasks.Count, turn.Language));
        // One change waits for its task; of several nobody could say which one is asked about.
        return corrections is [{ Text.Length: > 0 } only]
            ? new(note, talk with { Form = form with { UnplacedCorrection = only with { Tasks = [] } } })
            : new(note, form.Parts.Count > 0 ? talk : null);
    }

    /// <summary>把26改成28: the words are replaced where they stand, as a proposal.</summary>
    /// <returns>Null when no text holds them.</returns>
    public async Task<ReportStep?> ChangeWordsAsync(Turn turn, ReportTalk talk, WordChange change, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        var places = form.Find(change);
        if (places.Count == 0 && change.Looser is { } looser)
            places = form.Find(looser);
        if (places.Count == 0)
            return null;
        if (places.Count == 1 || (places.Count > 1 && change.IsEverywhere))
        {
            var step = (await CorrectAsync(turn, talk, places, cancellationToken)) with { Figure = change.Noun.Length > 1 ? change.Noun : null };
            // The summary shows it; where something is asked for instead it is told.
            return step.Talk?.Form is { Missing.Kind: FormQuestionKind.Section } && change.Old.Any(char.IsAsciiDigit)
                ? step with { Say = ReportStep.Joined(new(ReportNotes.ValueChanged(ReportTexts.SectionName(places[0].Section, turn.Language), change.Old, change.New, turn.Language)), step.Say) } : step;
        }
        var names = places.Select(place => string.Join(turn.Language.In("、", ", "), place.Tasks.Select(task => TaskNames.Ordinal(task, turn.Language)))
            + turn.Language.In("的", " ") + ReportTexts.SectionName(place.Section, turn.Language)).ToList();
        return new(new(ReportNotes.Several(change.Old, names, turn.Language)), form.Parts.Count > 0 ? talk with { Unread = turn.Said.Raw } : null);
    }

    /// <summary>actually it was March 25: the only value of its kind is replaced, and it is said which; of several it is asked which one is meant.</summary>
    /// <returns>Null when there is none, and the words may be something new.</returns>
    public async Task<ReportStep?> ChangeValueAsync(Turn turn, ReportTalk talk, ValueChange change, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        var places = form.Find(change);
        var open = form.Parts.Count > 0 ? talk : null;
        if (places.Count == 0)
            return change.IsSure ? new(new(ReportNotes.NotFound(change.New + (change.Measure is [< '\u3400', ..] ? " " : "") + change.Measure, turn.Language)), open) : null;
        if (places is not [var only])
            return new(ReportNotes.WhichValue(change.New, [.. places.Select(place => (ReportTexts.SectionName(place.Correction.Section, turn.Language), place.Old, place.Around))], turn.Language), open is null ? null : open with { Unread = turn.Said.Raw });
        var step = await CorrectAsync(turn, talk, [only.Correction], cancellationToken);
        var note = new Reply(ReportNotes.ValueChanged(ReportTexts.SectionName(only.Correction.Section, turn.Language), only.Old, change.New + change.Measure, turn.Language));
        step = step with { Figure = change.Noun.Length > 1 ? change.Noun : null };
        return step.Talk?.Form is { Missing.Kind: FormQuestionKind.Section } ? step with { Say = ReportStep.Joined(note, step.Say) } : step;
    }

    private static ReportBlock Homeless(ReportBlock block, int task, Language language) => block with { Task = null, Heading = TaskNames.Ordinal(task, language) };

    /// <summary>照搬上一季，问题改成…: last period's text as a proposal, with the changes that were said along with it.</summary>
    /// <param name="named">Numbers of the tasks; empty for all that can be meant.</param>
    public async Task<ReportStep> CarryOverAsync(Turn turn, ReportTalk talk, string said, List<int> named, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        if (PartCarriedOver.Parse(said, SectionWords.For(form.Sections)) is { } part)
            return await GoOnAsync(turn, talk, form.CarryOver(named, part), cancellationToken, overwrites: true);
        var ordinals = named.Count > 0 ? named : [.. form.Choices.Select(task => task.Ordinal)];
        var corrections = CorrectionText.Parse(said, SectionWords.For(form.Sections));
        var only = corrections.Count > 0 || CarryOverWords.Begin(said) ? null : turn.Said.Section;
        // use that again but progress: …: the sections that are labelled stand as they are written here.
        if (corrections.Count == 0 && CarryOverWords.Begin(said) && form.Read(said) is { HasLabels: true, Blocks: [var labelled] })
            return await GoOnAsync(turn, talk, ordinals.Aggregate(form.CarryOver(ordinals, only: null), (carriedOver, ordinal) => carriedOver.Write([ordinal], labelled.Sections)), cancellationToken, overwrites: true);
        if (corrections.Count == 0)
        {
            var whole = await GoOnAsync(turn, talk, form.CarryOver(ordinals, only), cancellationToken);
            // 拿上回的做底子，46换成83，80换成150.
            if (whole.Talk is { } carriedOver && After.Match(said) is { Success: true } several && SeveralChanges.In(several.Groups["change"].Value, SectionWords.For(form.Sections)) is { Count: > 1 } changes)
                return await ChangeInTurnAsync(turn, whole, carriedOver, changes, cancellationToken);
            // 还是上次那些，就是走访改成9家.
            return whole.Talk is { } open && After.Match(said) is { Success: true } after && WordChange.Parse(after.Groups["change"].Value, SectionWords.For(form.Sections)) is { } change
                && await ChangeWordsAsync(turn, open, change, cancellationToken) is { } changed
                ? changed with { Say = ReportStep.Joined(whole.Say, changed.Say) } : whole;
        }
        var carried = await carryOver.RunAsync(form.CarryOver(ordinals, only), turn.Plans, cancellationToken);
        var step = await CorrectAsync(turn, talk with { Form = carried.Form }, corrections, cancellationToken);
        return step with { Say = ReportStep.Joined(NotesOf(carried, turn.Language), step.Say) };
    }

    /// <summary>One replacement after the other; one whose words do not stand there is named.</summary>
    public async Task<ReportStep> ChangeInTurnAsync(Turn turn, ReportStep step, ReportTalk talk, IReadOnlyList<string> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            var named = SectionWords.For(talk.Form!.Sections);
            var next = WordChange.Parse(change, named) is { } words ? await ChangeWordsAsync(turn, talk, words, cancellationToken) : null;
            next ??= ValueChange.Parse(change, named, isShown: true) is { } value ? await ChangeValueAsync(turn, talk, value, cancellationToken) : null;
            talk = next?.Talk ?? talk with { Unread = change };
            step = new(ReportStep.Joined(step.Say, next is null ? new(ReportNotes.NotFound(change, turn.Language)) : next.Say), talk);
        }
        return step;
    }

    private static Regex After => field ??= new("[,，。;；]\\s*(?:就是|只是|但是?|不过|只有|其中|把|but |only |except )?\\s*(?<change>.{3,60})$");

    /// <summary>Every answer is kept at once; a text that is too long is told and left out, to be asked for again.</summary>
    /// <param name="overwrites">What an own draft had is to be replaced; else it is asked about.</param>
    public async Task<ReportStep> GoOnAsync(Turn turn, ReportTalk talk, ReportForm form, CancellationToken cancellationToken, bool overwrites = false)
    {
        var carried = await carryOver.RunAsync(form, turn.Plans, cancellationToken);
        var (fitting, tooLong) = WithoutTooLong(overwrites ? carried.Form : carried.Form.WithClashes(talk.Form!), turn.Language);
        var notes = ReportStep.Joined(NotesOf(carried, turn.Language), tooLong);
        if (tooLong is not null && talk.Form!.Unplaced is null && fitting.Parts.Count == 0 && fitting.Unplaced is null or { Texts.Count: 0 })
            return new(notes, null);
        foreach (var task in fitting.Parts.SelectMany(part => part.Ordinals).Where(ordinal => talk.Form!.PartOf(ordinal) is null).Select(ordinal => fitting.Find(ordinal)!))
        {
            if (task.Colleague is { } draft)
                notes = ReportStep.Joined(notes, new(ReportNotes.Colleague(
                    draft.Author, task.Ordinal, draft.SavedAt, [.. draft.Sections.Select(text => (ReportTexts.SectionName(fitting.Section(text.Key), turn.Language), text.Value))],
                    turn.Plans.First(plan => plan.Plan.Id == fitting.PlanId).Zone, turn.Language)));
        }
        if (fitting.HasChanges)
            await filing.KeepAsync(fitting, turn.Asker, cancellationToken);
        return new(notes, talk with { Form = fitting });
    }

    private static Reply? NotesOf(CarriedOver carried, Language language) => ReportStep.Joined(
        carried.Found.Count > 0 ? new(ReportNotes.CarriedOver(carried.From!.Value, carried.Found, language)) : null,
        ReportStep.Joined(
            carried.Repeated.Count > 0 ? new(ReportNotes.Repeated([.. carried.Repeated.Select(section => ReportTexts.SectionName(carried.Form.Section(section), language))], language)) : null,
            carried.Missing.Count > 0 ? new(ReportNotes.NothingToCarry(carried.From!.Value, carried.Missing, language)) : null));

    private static (ReportForm Form, Reply? Told) WithoutTooLong(ReportForm form, Language language)
    {
        var tooLong = form.Parts.Append(form.Unplaced).OfType<FormPart>().SelectMany(part => part.Texts).Where(text => text.Value.Length > SubmitReport.LongestSection).ToList();
        if (tooLong.Count == 0)
            return (form, null);
        var told = string.Join('\n', tooLong.DistinctBy(text => text.Key).Select(text =>
            ReportTexts.TooLong(ReportTexts.SectionName(form.Section(text.Key), language), text.Value.Length, SubmitReport.LongestSection, language)));
        return (form with { Parts = [.. form.Parts.Select(Fitting)], Unplaced = form.Unplaced is null ? null : Fitting(form.Unplaced) }, new(told));

        static FormPart Fitting(FormPart part) => part with { Texts = part.Texts.Where(text => text.Value.Length <= SubmitReport.LongestSection).ToDictionary() };
    }
}
