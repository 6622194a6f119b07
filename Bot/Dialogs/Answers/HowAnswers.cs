using PlanBot.Dialogs.Acts;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>How reporting works, for those who report: whether something can still be changed, whether a leader has to agree, what became of a request.</summary>
public sealed class HowAnswers(RequestView requests)
{
    public static bool Knows(Intent intent) => intent is Intent.HowToCorrect or Intent.NeedsSignOff;

    /// <returns>Null when it is no question about this, or the asker does not report.</returns>
    public async Task<Reply?> AnswerAsync(Question question, CancellationToken cancellationToken) => question.Intent switch
    {
        Intent.HowToCorrect => HowTexts.Correct(question.Language),
        Intent.NeedsSignOff => HowTexts.SignOff([.. question.Plans.Select(view => (view.Plan.Title, view.Plan.NeedsSignOff))], question.Language),
        Intent.Requests when Permissions.ReportsFor(question.Asker.Person).Any() && !question.Asker.Sees(Ability.RunPlan) =>
            await requests.OwnAsync(question.Asker.Person.Id, question.Language, cancellationToken),
        _ => null,
    };
}
