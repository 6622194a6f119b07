using System.Text.RegularExpressions;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>收到, got it: right after a reminder it is kept that it was seen; at any other time it is a courtesy.</summary>
public sealed class AcknowledgeAnswers(Acknowledge acknowledge, ILedgerQuery ledger)
{
    /// <returns>Null when the words are none of that, or nothing was asked of the person lately.</returns>
    public async Task<Reply?> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        if (question.Intent is not (Intent.Thanks or Intent.NotNow or Intent.Confirm) || !Received.IsMatch(question.Said.Plain) || !Permissions.ReportsFor(question.Asker.Person).Any()
            || !await acknowledge.RunAsync(question.Asker.Person.Id, cancellationToken))
            return null;
        var open = new List<LedgerRow>();
        foreach (var view in question.Plans.Where(view => view.InQuestion is not null))
        {
            foreach (var unit in Permissions.ReportsFor(question.Asker.Person).Distinct())
                open.AddRange((await ledger.OfPeriodAsync(view.InQuestion!.Id, unit, cancellationToken)).Where(row => row.IsOpen));
        }
        return AcknowledgeTexts.Noted(open.Count, open.Count == 0 ? null : open.Min(row => row.DueOn), question.Language);
    }

    private static Regex Received => field ??= new("^(?:好的?|嗯+|行|ok|okay|了解|明白)?[,.!]?(?:已经?)?(?:收到|知道了|已阅|收悉|知悉)(?:了|啦|谢谢|提醒|[,.!~])*(?:(?:我们?)?(?:一定|会|按时|准时|届时|到时候?|准点)*(?:参加|到场?|参会|出席|办|照办|执行|落实)(?:吧|的|了)?[.!]*)?$|^(?:ok|okay|thanks)?[,.! ]*(?:got it|received|noted|understood|roger|seen)(?:[,.! ]*(?:thanks|thank you))?[.!]*$");
}
