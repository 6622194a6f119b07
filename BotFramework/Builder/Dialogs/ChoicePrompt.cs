using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for one of several choices; it is answered with its words, a synonym, its number or its place ("第二个", "the last one").</summary>
public class ChoicePrompt(string dialogId, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
    : Prompt<FoundChoice>(dialogId, validator)
{
    public ListStyle Style { get; set; } = ListStyle.Auto;

    /// <summary>Used when the activity names no locale.</summary>
    public string DefaultLocale { get; set; } = defaultLocale;

    /// <summary>null means the words of the language.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    public FindChoicesOptions RecognizerOptions { get; set; }

    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        var choiceOptions = ChoiceOptions ?? ChoiceWords.For(turnContext.Activity.Locale ?? DefaultLocale).Options;
        return AskAsync(turnContext, options, isRetry, options.Choices ?? [], options.Style ?? Style, choiceOptions, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var found = ChoiceRecognizers.RecognizeChoices(turnContext.Activity.Text, options.Choices ?? [], RecognizerOptions);
        return Task.FromResult(new PromptRecognizerResult<FoundChoice> { Succeeded = found.Count > 0, Value = found.FirstOrDefault()?.Resolution });
    }
}
