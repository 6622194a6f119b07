using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks a question that is answered with yes or no, in Chinese or English, or with one of the two buttons or its number.</summary>
public class ConfirmPrompt(string dialogId, PromptValidator<bool> validator = null, string defaultLocale = null) : Prompt<bool>(dialogId, validator)
{
    public ListStyle Style { get; set; } = ListStyle.Auto;

    /// <summary>Used when the activity names no locale.</summary>
    public string DefaultLocale { get; set; } = defaultLocale;

    /// <summary>null means the words of the language.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>What the two buttons say, yes first; null means the words of the language.</summary>
    public Tuple<Choice, Choice> ConfirmChoices { get; set; }

    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        var words = ChoiceWords.For(turnContext.Activity.Locale ?? DefaultLocale);
        return AskAsync(turnContext, options, isRetry, Choices(words), options.Style ?? Style, ChoiceOptions ?? words.Options, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var answer = turnContext.Activity.Text ?? string.Empty;
        var isYes = YesOrNo.Read(answer) ?? ReadChoice(answer, ChoiceWords.For(turnContext.Activity.Locale ?? DefaultLocale));
        return Task.FromResult(new PromptRecognizerResult<bool> { Succeeded = isYes is not null, Value = isYes ?? false });
    }

    private bool? ReadChoice(string answer, ChoiceWords words)
    {
        // Numbers count only where they were shown.
        var hasNumbers = (ChoiceOptions ?? words.Options).IncludeNumbers ?? true;
        var options = new FindChoicesOptions { RecognizeNumbers = hasNumbers, RecognizeOrdinals = hasNumbers };
        return ChoiceRecognizers.RecognizeChoices(answer, Choices(words), options) is [var first, ..] ? first.Resolution.Index == 0 : null;
    }

    private List<Choice> Choices(ChoiceWords words) => [ConfirmChoices?.Item1 ?? new Choice(words.Yes), ConfirmChoices?.Item2 ?? new Choice(words.No)];
}
