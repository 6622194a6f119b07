using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Corrections, additions and other texts, said at the summary.</summary>
public sealed class ReportRevising(ReportWriting writing)
{
    /// <summary>What the words make of the text that is shown.</summary>
    /// <returns>Null when they change nothing of it.</returns>
    public async Task<ReportStep?> RunAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        var words = SectionWords.For(form.Sections);
        if (PartCarriedOver.Parse(said, words) is not null)
            return await writing.CarryOverAsync(turn, talk, said, [.. form.Parts.SelectMany(part => part.Ordinals)], cancellationToken);
        if (SeveralChanges.In(said, words) is { Count: > 1 } changes)
            return await InTurnAsync(turn, talk, changes, cancellationToken);
        if (IsToBeWhole(form, said))
            return await writing.GoOnAsync(turn, talk, form.Unsplit(), cancellationToken);
        if (ReportForm.IsNilReport(turn.Said.Plain))
            return await writing.GoOnAsync(turn, talk, form.Nil(ReportTexts.NothingNew(turn.Language), [.. form.Parts.SelectMany(part => part.Ordinals)]), cancellationToken, overwrites: true);
        if (form.Parts is [{ IsNil: true, Ordinals.Count: 1 } nil] && NilWords.AfterAll(said) is { } found)
            return await writing.TakeAsync(turn, talk with { Form = form with { Parts = [new(nil.Ordinals, new Dictionary<int, string>())] } }, form.Read(found), cancellationToken, overwrites: true);
        // 不对不对，刷脸那个有，改造了2300台: that task leaves the nil report.
        if (form.Parts.Any(part => part is { IsNil: true, Ordinals.Count: > 1 }) && OneHasSomething.Match(said) is { Success: true } one && (form.Subjects.Find(one.Groups["subject"].Value) ?? form.Subjects.FindBySharing(one.Groups["subject"].Value + one.Groups["text"].Value)) is { } task)
            return await writing.TakeAsync(turn, talk, form.Read($"第{task}项：{one.Groups["text"].Value}"), cancellationToken);
        // Actually scratch 4, they did set up something: it leaves the nil report, and the others stay.
        if ((form.Parts.Any(part => part is { IsNil: true, Ordinals.Count: > 1 }) || NilWords.IsNotNil(said)) && NilWords.TakenOut(said) is { } taken && form.Without([taken]) is { } others)
            return (await writing.GoOnAsync(turn, talk, others, cancellationToken, overwrites: true)) is var step ? step with { Say = ReportStep.Joined(new(ReportNotes.LeftOut([taken], turn.Language)), step.Say) } : null;
        if (form.Parts is [{ IsNil: true } whole] && NilWords.Instead(said) is { } instead && form.Read(instead) is { Blocks: [{ Task: null }] } told)
            return await InsteadOfNilAsync(turn, talk, whole, told, cancellationToken);
        // 等等，其实第二项兑现了320万.
        if (form.Parts.Any(part => part is { IsNil: true, Ordinals.Count: > 1 }) && NilWords.Instead(said) is { } more && !form.Read(said).NamesTasks && form.Read(more) is { NamesTasks: true } ofTasks)
            return await writing.TakeAsync(turn, talk, ofTasks, cancellationToken);
        if (turn.Said is { Intent: Intent.CarryOver, Section: not null } || CarryOverWords.Begin(said))
            return await writing.CarryOverAsync(turn, talk, said, [.. form.Parts.SelectMany(part => part.Ordinals)], cancellationToken);
        if (PointRemoved.Parse(said, words) is { } removed && form.Find(removed) is [var point])
            return await writing.CorrectAsync(turn, talk, [point], cancellationToken);
        var order = form.Tasks.Count == 1 ? said : TaskMentions.AtStart(said, form.Subjects).Text;
        if (CorrectionText.Parse(order, words) is { Count: > 0 } corrections)
            return await writing.CorrectAsync(turn, talk, corrections, cancellationToken);
        if (await ChangeAsync(turn, talk, order, words, cancellationToken) is { } changed)
            return changed;
        var report = form.Read(said);
        // 第二个的成效别写暂未显现，…: an order that was not understood is no progress of the task that it names.
        if (!report.HasLabels && ToldToWrite.IsOrder(said))
            return new(ReportTexts.WhichSection(form.Sections, turn.Language), talk with { Unread = said });
        if (report.HasLabels || report.Blocks.Any(block => block is { Task: not null, Free.Length: > 0 }))
            return await writing.TakeAsync(turn, talk, report.WithoutRemark(free => NotAText.IsForProgram(Understand.Utterance(free, [], speaker: turn.Asker.Speaker))), cancellationToken);
        // 成效, after 要改哪一部分.
        if (words.Of(turn.Said.Plain) is { } section)
            return await writing.CorrectAsync(turn, talk, [new([], section, "", IsAddition: false)], cancellationToken);
        // 成效就是…: a section named in a sentence.
        return turn.Said.LikeReport > 0.2 && form.Parts.Count == 1 && CueSplit.SplitNamed(said, form.Sections) is { } named
            ? await writing.GoOnAsync(turn, talk, form.Write(form.Parts[0].Ordinals, named), cancellationToken, overwrites: true) : null;
    }

    /// <summary>actually we paid out 3.2m, at a nil report: of the only task; of several it is asked which one leaves it.</summary>
    private Task<ReportStep> InsteadOfNilAsync(Turn turn, ReportTalk talk, FormPart nil, ReportText told, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        return nil.Ordinals.Count == 1
            ? writing.TakeAsync(turn, talk with { Form = form with { Parts = [new(nil.Ordinals, new Dictionary<int, string>())] } }, told, cancellationToken, overwrites: true)
            : writing.GoOnAsync(turn, talk, form with { Unplaced = new FormPart([], form.TextsOf(told.Blocks[0]).Texts) }, cancellationToken, overwrites: true);
    }

    /// <summary>把26改成28, 子基金是3支: words or a figure that are to be others.</summary>
    private async Task<ReportStep?> ChangeAsync(Turn turn, ReportTalk talk, string order, SectionWords words, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        var change = WordChange.Parse(order, words);
        if (change is not null && await writing.ChangeWordsAsync(turn, talk, change, cancellationToken) is { } changed)
            return changed;
        if (ValueChange.Parse(order, words, isShown: true) is { } value && (form.Find(value).Count > 0 || change is null) && await writing.ChangeValueAsync(turn, talk, value, cancellationToken) is { } put)
            return put;
        return change is { IsLoose: false } ? new(new(ReportNotes.NotFound(change.Old, turn.Language)), talk with { Unread = order }) : null;
    }

    /// <summary>Each change after the other; one that cannot be made is named, and files nothing before a second yes.</summary>
    private async Task<ReportStep> InTurnAsync(Turn turn, ReportTalk talk, IReadOnlyList<string> changes, CancellationToken cancellationToken)
    {
        var step = new ReportStep(null, talk);
        foreach (var change in changes)
        {
            var next = await RunAsync(turn, step.Talk!, change, cancellationToken);
            var isDone = next is { Talk.Form: { } form } && form != step.Talk!.Form;
            step = isDone ? next! with { Say = ReportStep.Joined(step.Say, next!.Say) }
                : step with { Say = ReportStep.Joined(step.Say, next?.Say ?? new(ReportNotes.NotFound(change, turn.Language))), Talk = step.Talk! with { Unread = change } };
        }
        return step;
    }

    private static Regex OneHasSomething => field ??= new(@"^(?:不对|不是|等等|等一?下|等会儿?|稍等|慢着|哦|啊|对了|其实|错了|[,，。!！\s])*(?<subject>[\u4e00-\u9fffA-Za-z0-9]{2,12}?)的?(?:那|这)一?[个项条块件](?:倒是?|还是|其实|是|我们|就)*有(?:的|进展|动静|东西|一点|了)*[,，:：。\s]+(?<text>\S.{2,})$"
        // hold on, fund one did close a deal. just the other two then
        + @"|^(?:(?:hold on|wait|hang on|actually|no|sorry|oh|hm+|well)[,. ]+)+(?:the )?(?<subject>[a-z][a-z -]{1,24}?)(?: one| task)? (?<text>(?:did|has|had|does|have)(?: actually| indeed)? [^.]{4,120}?)(?:[.;,]\s*(?:so |just |only |and )*(?:the )?(?:other|rest|remaining)[a-z ]{0,30})?[.]?$", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>全部作为进展: prose that was split is to stay one.</summary>
    public static bool IsToBeWhole(ReportForm form, string said) => form.Parts.Any(part => part.Whole is not null) && WholeWords.IsMatch(Spelling.Plain(said));

    private static Regex WholeWords => field ??= new("^(?:请|就|还是)?(?:全部?|都|整段|这些|以上)?(?:都|全)?(?:作为|算作?|当作?|放到?|写到?|是|归入?)(?:工作)?进展(?:情况)?(?:里|中)?(?:吧)?$|^(?:不用|不要|不需要|别|不必)(?:拆分?|分开?)(?:了|吧)?$|^(?:all|everything|the whole)(?: of it| text)? (?:is|as) progress$|^(?:do not|don't) split(?: it)?$|^all is progress$");
}
