using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>What the office asks beyond one period's lists: how things develop, what stands in the way, who did what, who is out of reach. A contact gets what of it is the own unit's.</summary>
public sealed class OfficeAnswers(TrendAnswers trend, ProblemAnswers problems, AuditAnswers audit, ReachAnswers reach, PreviewAnswers preview, ExportAnswers export, DeliveryAnswers delivery, PausedAnswers paused, MentionAnswers mentions, SentAnswers sent, LadderAnswers ladder, BurdenAnswers burden, CascadeAnswers cascade, QuotaAnswers quota)
{
    /// <summary>Intents answered here.</summary>
    public static bool Knows(Intent intent) => intent is Intent.Trend or Intent.Problems or Intent.Audit or Intent.Unreachable
        or Intent.PreviewReminders or Intent.Export or Intent.Delivered or Intent.Paused or Intent.Mentions or Intent.SentReminders or Intent.Ladder or Intent.Burden or Intent.Quota or Intent.ChildProgress;

    /// <returns>Null when it is nothing that this asker may know: whoever calls says who may.</returns>
    public async Task<Reply?> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var seesAll = question.Asker.Sees(Ability.SeeOverview);
        if (!seesAll && question.Intent is Intent.Unreachable or Intent.Export or Intent.Delivered or Intent.Paused or Intent.SentReminders or Intent.Ladder or Intent.Burden or Intent.Quota or Intent.ChildProgress)
            return null;
        // 交上来的两家有啥难处: of each of them.
        if (seesAll && question.Said.Units is { Count: > 1 } several && several.All(one => one.One is not null))
            return await AnswerAsync(question, [.. several.Select(one => one.One!.Id).Distinct()], cancellationToken);
        // An ambiguous or unknown name is asked back; to a contact every name but the own unit's is the same.
        if (question.Focus.UnitId is not { } unit)
        {
            if (question.Said.Unit is { } named)
                return !seesAll ? CommonTexts.OwnUnitsOnly(question.Language)
                    : named.IsAmbiguous ? UnitTexts.WhichOne(named.Words, named.Candidates, question.Language) : UnitTexts.Unknown(named.Words, question.Language);
            return await AnswerAsync(question, seesAll ? null : [.. question.Asker.Person.Contacts.Select(contact => contact.UnitId)], cancellationToken);
        }
        return question.Asker.Sees(Ability.SeeUnit, unit) ? await AnswerAsync(question, [unit], cancellationToken) : CommonTexts.OwnUnitsOnly(question.Language);
    }

    private Task<Reply> AnswerAsync(Question question, IReadOnlyList<Guid>? units, CancellationToken cancellationToken) => question.Intent switch
    {
        Intent.Trend => trend.AnswerAsync(question, units, cancellationToken),
        Intent.Problems => problems.AnswerAsync(question, units, cancellationToken),
        Intent.Audit => audit.AnswerAsync(question, units, cancellationToken),
        Intent.PreviewReminders => preview.AnswerAsync(question, units, cancellationToken),
        Intent.Export => export.AnswerAsync(question, cancellationToken),
        Intent.Mentions => mentions.AnswerAsync(question, units, cancellationToken),
        Intent.SentReminders => sent.AnswerAsync(question, units, cancellationToken),
        Intent.Burden => burden.AnswerAsync(question, units, cancellationToken),
        Intent.Quota => quota.AnswerAsync(question, cancellationToken),
        Intent.Ladder => ladder.AnswerAsync(question, cancellationToken),
        Intent.ChildProgress => cascade.AnswerAsync(question, cancellationToken),
        Intent.Paused => paused.AnswerAsync(question, units, cancellationToken),
        Intent.Delivered when units is null && Understand.AsksWhomNotReached(question.Said.Plain) => delivery.WhoNotAsync(question, cancellationToken),
        Intent.Delivered when units is not null => delivery.AnswerAsync(question, units, cancellationToken),
        _ => reach.AnswerAsync(question, cancellationToken),
    };
}
