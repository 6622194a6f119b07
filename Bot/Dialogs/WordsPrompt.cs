using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>A text prompt whose question is worded when it is asked: asked again, it speaks the language written last.</summary>
/// <param name="question">The open question; null when none is open.</param>
internal sealed class WordsPrompt(string id, Func<ITurnContext, CancellationToken, Task<Reply?>> question) : TextPrompt(id)
{
    protected override async Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        if (await question(turnContext, cancellationToken) is not { } reply)
            return;
        var activity = ReplyActivity.Of(reply);
        activity.InputHint = InputHints.ExpectingInput;
        await turnContext.SendActivityAsync(activity, cancellationToken);
    }
}
