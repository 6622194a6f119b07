using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>谁延期了, anyone allowed extra time so far: what was granted in a period, to whom and why.</summary>
public sealed class ExtendedAnswers(ILedgerQuery ledger, IObligationRepository obligations, IRequestRepository requests)
{
    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var (language, parts, units) = (question.Language, new List<string>(), new HashSet<Guid>());
        foreach (var view in question.Plans)
        {
            var key = view.KeyOf(question.Focus.Period);
            if (view.Find(key) is not { } period)
            {
                parts.Add(PeriodTexts.NotOpen(key, due: null, language));
                continue;
            }
            var granted = new List<ExtendedLine>();
            foreach (var row in (await ledger.OfPeriodAsync(period.Id, question.Focus.UnitId, cancellationToken)).Where(row => row.DueOn != period.DueOn))
            {
                if ((await obligations.ExtensionsAsync(row.ObligationId, cancellationToken)).LastOrDefault(one => one.NewDueOn == row.DueOn) is { } extension)
                {
                    units.Add(row.UnitId);
                    granted.Add(new(row.UnitName, row.UnitTaskOrdinal, extension.NewDueOn, extension.Reason));
                }
            }
            var waiting = question.Asker.Sees(Domain.Ability.RunPlan) ? (await requests.OpenAsync(cancellationToken)).Count(request => request.Kind == RequestKind.Extension) : 0;
            var text = ExtendedTexts.List(period.Period, period.DueOn, granted, waiting, language);
            parts.Add(question.Plans.Count > 1 ? $"{language.In($"《{view.Plan.Title}》", view.Plan.Title)}\n{text}" : text);
        }
        return new(string.Join("\n\n", parts)) { UnitId = units.Count == 1 ? units.First() : null, Buttons = CommonTexts.HomeButtons(question.Asker.Person, language) };
    }
}
