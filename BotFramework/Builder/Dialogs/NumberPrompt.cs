using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Takes the first number in the message, in digits or in Chinese or English words: "12", "十二个", "twenty-five".</summary>
public class NumberPrompt<T>(string dialogId, PromptValidator<T> validator = null, string defaultLocale = null) : Prompt<T>(dialogId, validator)
    where T : struct
{
    /// <summary>Kept for callers; both languages are always understood.</summary>
    public string DefaultLocale { get; set; } = defaultLocale;

    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default) =>
        AskAsync(turnContext, options, isRetry, cancellationToken);

    protected override Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var result = new PromptRecognizerResult<T>();
        foreach (var number in Numbers.Find(turnContext.Activity.Text ?? string.Empty).Take(1))
            (result.Succeeded, result.Value) = Convert(number.Value);
        return Task.FromResult(result);
    }

    // "2.5" is no int, and a number that T cannot hold is no answer.
    private static (bool Fits, T Value) Convert(decimal number)
    {
        try
        {
            var value = (T)System.Convert.ChangeType(number, typeof(T), CultureInfo.InvariantCulture);
            var isExact = typeof(T) == typeof(float) || typeof(T) == typeof(double)
                || System.Convert.ToDecimal(value, CultureInfo.InvariantCulture) == number;
            return (isExact, isExact ? value : default);
        }
        catch (OverflowException)
        {
            return (false, default);
        }
    }
}
