using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>钉钉额度够用吗: what the next collection takes of a channel's monthly quota, and what there is.</summary>
public sealed class QuotaAnswers(ForecastQuota forecast)
{
    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var language = question.Language;
        if (await forecast.RunAsync(cancellationToken) is not [var found, ..])
            return new(QuotaTexts.NoQuota(language));
        var usage = found.Usage;
        var figures = QuotaTexts.Forecast(found.People, found.Calls, found.Messages, usage.CallsPerMonth, usage.MessagesPerMonth, usage.Calls, usage.Messages, language);
        return new($"{figures}\n{QuotaTexts.Verdict(found.IsEnough, found.IsNearlyUsedUp, language)}") { Buttons = [Buttons.NextReminders(language)] };
    }
}
