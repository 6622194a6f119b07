using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Reporting;

/// <summary>How a conversation about a report begins: with words, a file, a form card, or what was left earlier.</summary>
public sealed class ReportOpening(ReportDesk desk, ReportCards cards, LooseTexts loose, ReportWriting writing)
{
    private const int ShortestProse = 14;

    /// <summary>接着上次的: what says that a draft goes on.</summary>
    private const int LongestOpening = 14;

    public async Task<ReportStep> BeginAsync(Turn turn, ReportRequest request, CancellationToken cancellationToken)
    {
        var isBare = request is { Kind: ReportRequestKind.Start, UnitId: null } && turn.Said is { Unit: null, Period: null, Tasks.Count: 0 };
        var step = isBare && await loose.FindAsync(turn.Asker, cancellationToken) is { } kept
            ? await RecallAsync(turn, kept.Id, kept.Text, cancellationToken)
            : await OpenAsync(turn, request, cancellationToken);
        return await KeepAsync(turn, null, step, cancellationToken);
    }

    /// <summary>Whatever has no task yet is kept where the conversation cannot lose it.</summary>
    public async Task<ReportStep> KeepAsync(Turn turn, ReportTalk? before, ReportStep step, CancellationToken cancellationToken) =>
        step.IsPutAside ? step : step with { Talk = await loose.KeepAsync(before, step.Talk, turn.Asker, cancellationToken) };

    /// <summary>Finds what the request is about, and takes the first step.</summary>
    public async Task<ReportStep> OpenAsync(Turn turn, ReportRequest request, CancellationToken cancellationToken)
    {
        if (ClosedPeriod.Refusal(turn, request) is { } closed)
            return new(closed, null);
        var (talk, refusal) = await desk.OpenAsync(turn.Asker, request, turn.Plans, cancellationToken);
        if (talk?.Form is not { } form)
            return new(refusal, talk);
        if (ClosedPeriod.OfEarlier(turn, request, form) is { } earlier)
            return new(earlier, null);
        var words = SectionWords.For(form.Sections);
        var named = Named(request.Said, form);
        if (request.Kind is ReportRequestKind.Text or ReportRequestKind.Correction && request.File is null)
            request = request with { Said = WordsForBot.Apart(OpeningLines.Without(request.Said), isAnswer: request.Kind == ReportRequestKind.Text).Text };
        if (request.Kind == ReportRequestKind.Start && form.Tasks.Count > 1 && TaskTurned.Read(request.Said, words) is { } turned && form.Find(turned.Task) is not null)
            request = request with { Kind = ReportRequestKind.Text, Said = turned.Report };
        if (request.Kind is ReportRequestKind.Text or ReportRequestKind.Correction && request.File is null && form.Parts.Count == 0 && NamedFigure.Wrong(request.Said) is { } wrong && WhichFigure(form, named, wrong, words, turn.Language) is { } which)
            return new(which, null) { Figure = wrong };
        switch (request.Kind)
        {
            case ReportRequestKind.Form:
                return new(FormSheets.FormatOf(request.Said) is { } format ? FormSheets.For(form, format, turn.Language) : cards.For(form, named, turn.Language), null);
            case ReportRequestKind.Correction:
                return await CorrectAsync(turn, talk, words, cancellationToken);
            case ReportRequestKind.Nil:
                var nil = form.Nil(request.Said);
                if (NilTasks.Of(request.Said, form) is { } some)
                    return await writing.GoOnAsync(turn, talk, form.Nil(some, turn.Language), cancellationToken);
                if (named.Count == 0 && ((turn.Said.TaskSubject is { } subject ? form.Subjects.Find(subject) : null) ?? form.Subjects.FindOfNil(request.Said)) is { } meant)
                    named = [meant];
                if (named.Count == 0 && turn.Said.Tasks.Count > 0)
                    named = [.. turn.Said.Tasks.Select(task => form.Find(task)?.Ordinal).OfType<int>().Distinct()];
                // 那这条就报没有新进展: one is meant, and which must be said.
                if (named.Count == 0 && form.Choices.Count > 1 && NilWords.IsOfOne(request.Said))
                    return await writing.GoOnAsync(turn, talk, form with { Unplaced = new([], nil.Parts[0].Texts) { IsNil = true } }, cancellationToken);
                return await writing.GoOnAsync(turn, talk, Only(nil, named), cancellationToken);
            // 第二项第三项同上, after the first was filed: of that one, not of last period.
            case ReportRequestKind.CarryOver when SameForTasks.In(request.Said) is not null && form.Read(request.Said) is { NamesTasks: true } repeated:
                return await writing.TakeAsync(turn, talk, repeated, cancellationToken);
            case ReportRequestKind.CarryOver:
                return await writing.CarryOverAsync(turn, talk, request.Said, named, cancellationToken);
            case ReportRequestKind.Start:
                var started = await writing.GoOnAsync(turn, talk, Started(turn, form, named), cancellationToken, overwrites: true);
                var unknown = form.Unknown(TaskWords.Find(Spelling.Plain(request.Said)).Select(task => task.Ordinal)).Distinct().ToList();
                started = started with { Say = ReportStep.Joined(SoFar(turn, started.Talk?.Form), started.Say) };
                return unknown.Count == 0 ? started : started with { Say = ReportStep.Joined(new(ReportTexts.NoSuchTasks(unknown, form.Tasks.Count, turn.Language)), started.Say) };
            case ReportRequestKind.Text when request.File is { } file:
                return await TakeFileAsync(turn, talk, file, cancellationToken);
            default:
                // 想好了，问题：…: what is said to the program before the labels is no progress.
                var report = form.Read(ForDraft(request.Said, form)).WithoutRemark(free => NotAText.IsForProgram(Understand.Utterance(free, [], speaker: turn.Asker.Speaker)));
                report = ForDrafts(ForDraft(report, form), form, request.Said);
                // A correction that nothing says what it changes is no new progress.
                if (request.PeriodIsChosen && form.Open.Count == 0 && !report.HasLabels && TellsOfSlip.IsMatch(Spelling.Plain(request.Said)))
                    return new(ReportTexts.WhichSection(form.Sections, turn.Language), null);
                return Noted(await writing.TakeAsync(turn, talk, report, cancellationToken, overwrites: IsNewVersion(report) || NewSection.IsMatch(Spelling.Plain(turn.Said.Raw))), report, turn.Language);
        }
    }

    /// <summary>昨天那个接着来。问题：…: what follows a draft that lacks just these sections belongs to it, where there is one such draft.</summary>
    private static ReportText ForDraft(ReportText report, ReportForm form) =>
        report.Blocks is [{ Task: null, Heading.Length: 0, Sections.Count: > 0 } block] && form.Choices.Count > 1
            && form.Open.Where(task => task is { HadDraft: true, Colleague: null } && task.Known.Count > 0 && !task.Known.Keys.Intersect(block.Sections.Keys).Any() && (GoesOn.IsMatch(Spelling.Plain(report.Opening)) || task.Known.Count + block.Sections.Count == form.Sections.Count)).ToList() is [var draft]
            ? report with { Blocks = [block with { Task = draft.Ordinal }] } : ForReturned(report, form);

    /// <summary>接着上次的 成效：1.… 2.… 3.…: of several drafts that lack just these sections, each gets what has its number, and all what has none.</summary>
    private static ReportText ForDrafts(ReportText report, ReportForm form, string said)
    {
        var drafts = form.Open.Where(task => task is { HadDraft: true, Colleague: null } && task.Known.Count > 0).ToList();
        if (report.Blocks is not [{ Task: null, Heading.Length: 0, Free.Length: < 16, Sections.Count: > 0 } block] || drafts.Count < 2 || !GoesOn.IsMatch(Spelling.Plain(said[..Math.Min(said.Length, LongestOpening)])) || drafts.Exists(task => task.Known.Keys.Intersect(block.Sections.Keys).Any()))
            return report;
        return report with
        {
            Blocks = [.. drafts.Select((task, at) => block with { Task = task.Ordinal, Free = "", Sections = block.Sections.ToDictionary(text => text.Key, text => Numbered(text.Value) is { } each && each.Count == drafts.Count ? each[at] : text.Value) })],
        };
    }

    /// <summary>1.… 2.… 3.…: what stands behind each number; null where they are no such row.</summary>
    private static List<string>? Numbered(string text)
    {
        var numbers = InRow.Matches(text).ToList();
        return numbers.Count > 1 && numbers[0].Index == 0 && numbers.Select(number => number.Groups["n"].Value[0] - '0').SequenceEqual(Enumerable.Range(1, numbers.Count))
            ? [.. numbers.Select((number, at) => text[(number.Index + number.Length)..(at + 1 < numbers.Count ? numbers[at + 1].Index : text.Length)].Trim(' ', '\n', ';', '；', ',', '，'))] : null;
    }

    private static Regex InRow => field ??= new(@"(?:^|(?<=[\s;；,，。]))(?<n>[1-9])[.、)）](?![0-9])\s*");

    /// <summary>成效：…，其他不变, after a return: a part alone puts right what was filed before, where only one such task is open again.</summary>
    private static ReportText ForReturned(ReportText report, ReportForm form) =>
        report.Blocks is [{ Task: null, Heading.Length: 0, Sections.Count: > 0 } block] && form.Choices.Count > 1 && block.Sections.Count < form.Sections.Count
            && form.Open.Where(task => task is { Version: > 0, Colleague: null } && task.Known.Count == form.Sections.Count).ToList() is [var returned]
            ? report with { Blocks = [block with { Task = returned.Ordinal }] } : report;

    /// <summary>好了 下一步六月底前打通: the name of the only section that the only draft lacks begins what is told of it.</summary>
    /// <returns>The words with a colon behind the name; as they are where they are no such thing.</returns>
    private static string ForDraft(string said, ReportForm form)
    {
        if (form.Open.Where(task => task is { HadDraft: true, Colleague: null } && task.Known.Count > 0).ToList() is not [var draft] || form.Sections.Where(section => !draft.Known.ContainsKey(section.Ordinal)).ToList() is not [var lacks])
            return said;
        var words = SectionWords.For(form.Sections);
        return Regex.Match(Spelling.Fold(said), $@"^(?:(?:好了|好|回来了|我回来了|接着|继续|嗯|来了|那|刚才那个|ok|okay|back|i'm back|and)[\s,.!:]*)*(?<label>{words.Any})(?:就|嘛|是|呢)*(?=[\s\u4e00-\u9fff0-9])", RegexOptions.CultureInvariant) is { Success: true } match && words.Of(match.Groups["label"].Value) == lacks
            ? $"{said[match.Groups["label"].Index..(match.Groups["label"].Index + match.Groups["label"].Length)]}：{said[(match.Index + match.Length)..].TrimStart()}" : said;
    }

    private static Regex GoesOn => field ??= new("接着|继续|昨天|上次|刚才|之前|那个草稿|补(?:上|充|完)|剩下|(?<![a-z])(?:continu|rest|remaining|draft|yesterday|where i (?:left|stopped))");

    /// <summary>领导改好了，以这个为准。进展：…: it takes the place of whatever was left before.</summary>
    private static bool IsNewVersion(ReportText report) => InPlaceOfDraft.IsMatch(Spelling.Plain(report.Opening));

    private static Regex InPlaceOfDraft => field ??= new("以(?:这个|此|这份|这版|本次|下面)(?:的)?为准|(?:按|用)(?:这个|这份|这版|下面)(?:的)?(?:来|报)|(?:之前|原来|前面|刚才|上面|昨天)(?:那|的)?(?:些|个|份|版|写的)*(?:不要了?|作废|不算)|重新(?:报|写|来)|(?<![a-z])(?:use|take) this (?:one|version)?(?: instead)?|instead of (?:the|my) (?:draft|last one|earlier one)|(?:forget|ignore|scrap) (?:the|my) (?:draft|earlier|old|last)");

    /// <summary>new progress: … rest stays: the section as it is to be, and nothing to be added to it.</summary>
    private static Regex NewSection => field ??= new("^(?:ok,? |the )*new (?:progress|problems?|results?|next steps?) ?:|^新的?(?:进展|问题|成效|下一步)[:]|(?:其他|其余|别的)(?:部分|几栏|几项)?(?:都|的|就|全)*(?:不变|不动|不改|照旧|原样)$|(?<![a-z])(?:the )?(?:rest|others?|everything else) (?:stays?|remains?|is unchanged|unchanged|as (?:it )?(?:is|was)|the same)(?: the same| as is)?$");

    /// <summary>接着写: what the draft holds, when something is still asked for; the summary shows it anyway.</summary>
    private static Reply? SoFar(Turn turn, ReportForm? form) => form is not { Missing: { Kind: FormQuestionKind.Section } }
        ? null : Written(form, form.Parts.Select(part => part with { Ordinals = [.. part.Ordinals.Where(ordinal => form.Find(ordinal) is { HadDraft: true, Colleague: null })] }), turn.Language);

    /// <summary>What these parts hold, by task; null when it is nothing.</summary>
    public static Reply? Written(ReportForm form, IEnumerable<FormPart> parts, Language language) => parts.Where(part => part.Texts.Count > 0).SelectMany(part => part.Ordinals.Select(ordinal => (part, ordinal)))
        .Select(one => new Reply(ReportNotes.SoFar(one.ordinal, [.. one.part.Texts.OrderBy(text => text.Key).Select(text => (ReportTexts.SectionName(form.Section(text.Key), language), text.Value))], language)))
        .Aggregate((Reply?)null, ReportStep.Joined);

    /// <summary>Whether this person has left a draft of a report that is still open.</summary>
    public async Task<bool> HasDraftAsync(Turn turn, CancellationToken cancellationToken) =>
        (await desk.OpenAsync(turn.Asker, new(ReportRequestKind.Start, ""), turn.Plans, cancellationToken)).Talk?.Form is { } form && form.Open.Any(task => task is { HadDraft: true, Colleague: null });

    private async Task<ReportStep> CorrectAsync(Turn turn, ReportTalk talk, SectionWords words, CancellationToken cancellationToken)
    {
        var said = talk.Request.Said;
        if (SeveralChanges.In(said, words) is { Count: > 1 } changes)
            return await CorrectInTurnAsync(turn, talk, words, changes, cancellationToken);
        if (CorrectionText.Parse(JustFiled.AsOrder(said, words) ?? said, words) is { Count: > 0 } corrections)
            return await writing.CorrectAsync(turn, talk, JustFiled.PointsBack(said) && talk.Form!.FiledLast() is [var last] ? [.. corrections.Select(one => one.Tasks.Count > 0 ? one : one with { Tasks = [last] })] : corrections, cancellationToken);
        if (WordChange.Parse(said, words) is { } change && await writing.ChangeWordsAsync(turn, talk, change, cancellationToken) is { } changed)
            return changed;
        if (ValueChange.Parse(said, words) is { } value && await writing.ChangeValueAsync(turn, talk, value, cancellationToken) is { } put)
            return put;
        // 将3个窗口改为5个窗口 may be progress as well: where nothing holds the words, it is.
        return WordChange.Parse(said, words) is { IsLoose: false } asked && said.Length <= ShortestProse
            ? new(new(ReportNotes.NotFound(asked.Old, turn.Language)), null)
            : await OpenAsync(turn, talk.Request with { Kind = ReportRequestKind.Text }, cancellationToken);
    }

    /// <summary>Each change after the other, in a form of its own; one that cannot be made is named.</summary>
    private async Task<ReportStep> CorrectInTurnAsync(Turn turn, ReportTalk talk, SectionWords words, IReadOnlyList<string> changes, CancellationToken cancellationToken)
    {
        var step = new ReportStep(null, talk);
        foreach (var change in changes)
        {
            var next = await CorrectAsync(turn, step.Talk! with { Request = talk.Request with { Said = change } }, words, cancellationToken);
            var isDone = next.Talk?.Form is { } form && form != step.Talk!.Form;
            step = isDone ? next with { Say = ReportStep.Joined(step.Say, next.Say) } : step with { Say = ReportStep.Joined(step.Say, next.Say ?? new(ReportNotes.NotFound(change, turn.Language))), Talk = step.Talk! with { Unread = change } };
        }
        return step.Talk?.Form is { HasChanges: true } ? step : step with { Talk = null };
    }

    /// <summary>Plain words were taken as a report: that is said, so that nobody who meant something else is led astray.</summary>
    private static ReportStep Noted(ReportStep step, ReportText report, Language language) =>
        !report.HasLabels && step.Talk?.Form is { Parts.Count: > 0, Missing: { Kind: FormQuestionKind.Section } missing } form && missing.Section != form.Progress
            ? step with { Say = ReportStep.Joined(step.Say, new(ReportNotes.TakenAsProgress(ReportTexts.SectionName(form.Progress, language), language))) }
            : step;

    /// <summary>A form that was filled in and sent back, or any report in a file.</summary>
    private async Task<ReportStep> TakeFileAsync(Turn turn, ReportTalk talk, string file, CancellationToken cancellationToken)
    {
        var returned = ReturnedForm.Of(talk.Form!, talk.Form!.Read(talk.Request.Said));
        if (returned.Report.Blocks.Count == 0)
            return new(returned.Strangers > 0 ? FormFileTexts.NotYours(file, turn.Language) : FormFileTexts.NothingInIt(file, turn.Language), null);
        var step = await writing.TakeAsync(turn, talk, returned.Report, cancellationToken, overwrites: true);
        var replaced = returned.Report.Blocks.Select(block => talk.Form.Find(block.Task ?? 0) is { HadDraft: true, IsOpen: true, Colleague: null } task
            && block.Sections.Any(text => task.Known.TryGetValue(text.Key, out var old) && old != text.Value) ? task.Ordinal : 0).Where(task => task != 0).ToList();
        var note = returned.Older.Count > 0 ? $"{FormFileTexts.Read(file, turn.Language)}\n{FormFileTexts.OlderVersion(returned.Older, turn.Language)}" : FormFileTexts.Read(file, turn.Language);
        if (replaced.Count > 0)
            note = $"{note}\n{ReportNotes.DraftReplaced(replaced, turn.Language)}";
        return step with { Say = ReportStep.Joined(new(note), step.Say) };
    }

    /// <summary>接着写 goes on with whatever there are drafts of; 立即填报 asks which task.</summary>
    private static ReportForm Started(Turn turn, ReportForm form, List<int> named)
    {
        var empty = new Dictionary<int, string>();
        if (named.Count == 0 && turn.Said.Intent == Intent.ResumeDraft && form.Open.Where(task => task.HadDraft).ToList() is { Count: > 0 } begun)
        {
            var own = begun.FindAll(task => task.Colleague is null);
            // carry on with my draft. next step is a full test in June: what follows belongs to it, where one can be meant.
            var more = own is [_] && AfterResuming.Match(turn.Said.Raw) is { Success: true } after ? CueSplit.SplitNamed(after.Groups["text"].Value, form.Sections) : null;
            return (own.Count > 0 ? own : begun).Aggregate(form, (resumed, task) => resumed.Write([task.Ordinal], more ?? empty));
        }
        return named.Count > 0 ? form.Place(named) : form.Choices.Count == 1 ? form.Place([form.Choices[0].Ordinal]) : form with { Unplaced = new([], empty) };
    }

    private static Regex AfterResuming => field ??= new("^[^.。!！;；,，:：]{2,60}[.。!！;；,，:：]\\s*(?<text>\\S.{3,})$", RegexOptions.Singleline);

    /// <summary>What was written in an earlier conversation comes up again, with the question that was open.</summary>
    private async Task<ReportStep> RecallAsync(Turn turn, Guid id, LooseText text, CancellationToken cancellationToken)
    {
        var (talk, refusal) = text.Parts.Count == 0 && text.Correction is null
            ? (null, null) : await desk.OpenAsync(turn.Asker, text.Request with { Kind = ReportRequestKind.Text, Said = "" }, turn.Plans, cancellationToken);
        if (text.Parts.Count == 0 && text.Correction is null)
        {
            var again = await OpenAsync(turn, text.Request, cancellationToken);
            return new(again.Say ?? new(ReportNotes.Recalled(text.Request.Said, turn.Language)), again.Talk is null ? null : again.Talk with { KeptId = id });
        }
        var words = text.Words;
        if (talk?.Form is not { } form)
        {
            await loose.ForgetAsync(id, cancellationToken);
            return new(new(string.Join('\n', new[] { refusal?.Text, ReportNotes.CannotPlace(words, turn.Language) }.Where(line => line is not null))), null);
        }
        var step = await writing.GoOnAsync(turn, talk with { KeptId = id }, form.Recall(text), cancellationToken, overwrites: false);
        return step with { Say = ReportStep.Joined(new(ReportNotes.Recalled(words, turn.Language)), step.Say) };
    }

    /// <summary>A form card that was sent in.</summary>
    public async Task<ReportStep> BeginAsync(Turn turn, CardReport card, CancellationToken cancellationToken)
    {
        if (await cards.RequestOfAsync(turn.Asker, card.ObligationId, cancellationToken) is not { } request
            || (await desk.OpenAsync(turn.Asker, request, turn.Plans, cancellationToken)).Talk is not { Form: { } form } talk
            || form.Tasks.FirstOrDefault(task => task.ObligationId == card.ObligationId) is not { } task)
            return new(ReportTexts.FormOutdated(turn.Language), null);
        var texts = card.Texts.Where(text => form.Sections.Any(section => section.Ordinal == text.Key)).ToDictionary();
        if (task.Version != card.Version)
            return new(await OfOlderFormAsync(turn, form, task, texts, cancellationToken), null);
        return await KeepAsync(turn, null, await writing.GoOnAsync(turn, talk, (form with { Tasks = [.. form.Tasks.Select(other => other == task ? task with { Known = task.IsOpen ? new Dictionary<int, string>() : task.Known } : other)] })
            .Write([task.Ordinal], texts), cancellationToken, overwrites: true), cancellationToken);
    }

    /// <summary>Somebody has filed since the form was opened: it replaces nothing, what was typed in it is kept, and the newer version is shown beside it.</summary>
    private async Task<Reply> OfOlderFormAsync(Turn turn, ReportForm form, FormTask task, Dictionary<int, string> texts, CancellationToken cancellationToken)
    {
        var reply = task.AuthorId == turn.Asker.Person.Id
            ? ReportTexts.FiledAlready(task.Ordinal, task.Version, turn.Language)
            : new(ReportTexts.Refused(ReportRefusal.ChangedMeanwhile, turn.Language));
        // A button pressed twice brings nothing new.
        if (texts.All(text => task.Known.GetValueOrDefault(text.Key) == text.Value))
            return reply;
        await loose.PutAsideAsync(form, task, texts, turn.Asker, cancellationToken);
        var newer = form.Sections.Where(section => task.Known.ContainsKey(section.Ordinal)).Select(section => (ReportTexts.SectionName(section, turn.Language), task.Known[section.Ordinal])).ToList();
        return ReportNotes.OlderForm(reply.Text, task.Ordinal, task.Version, newer, turn.Language);
    }

    private static Regex TellsOfSlip => field ??= new("错|不对|有误|(?:写|报|填|算)(?:少|多|漏)了|更正|改|(?<![a-z])(?:wrong|mistake|typo|oops|instead|should|correct|fix|change)(?![a-z])");

    /// <summary>The figures that can be meant, by task, for the right one to be told; null when there is none.</summary>
    private static Reply? WhichFigure(ReportForm form, List<int> named, string noun, SectionWords words, Language language)
    {
        if (NamedFigure.Parse(language.In($"{noun}数应该是0", $"the number of {noun} should be 0"), words, isShown: true) is not { } change)
            return null;
        var places = form.Find(change with { Tasks = named });
        return places.Count == 0 ? null : ReportNotes.WhichFigure([.. places.SelectMany(place => place.Correction.Tasks.Select(task => (task, ReportTexts.SectionName(place.Correction.Section, language), place.Around)))], language);
    }

    private static List<int> Named(string said, ReportForm form) =>
        [.. TaskWords.Find(Spelling.Plain(TaskMentions.Everywhere(said, form.Subjects))).Select(task => form.Find(task.Ordinal)?.Ordinal).OfType<int>().Distinct()];

    private static ReportForm Only(ReportForm nil, List<int> ordinals) =>
        ordinals.Count == 0 ? nil : nil with { Parts = [nil.Parts[0] with { Ordinals = ordinals }] };
}
