using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PlanBot.Channels.DingTalk;

/// <summary>One message of the robot, in the two forms in which DingTalk takes it: at the address that came with a message, and by the API.</summary>
internal abstract record RobotReply
{
    /// <summary>What is handed over at the session's address; null where only the API takes it.</summary>
    public abstract JObject? ForWebhook();

    /// <summary>Name of the API's template and its parameters.</summary>
    public abstract (string Key, string Param) ForApi();

    /// <summary>What DingTalk would compare to find that the person has had it before.</summary>
    public string Sameness
    {
        get
        {
            var (key, param) = ForApi();
            return key + param;
        }
    }

    /// <summary>The same with a line more, so that it is not the same.</summary>
    public virtual RobotReply With(string line) => this;

    internal sealed record Words(string Text) : RobotReply
    {
        public override JObject ForWebhook() => new() { ["msgtype"] = "text", ["text"] = new JObject { ["content"] = Text } };

        public override (string Key, string Param) ForApi() => ("sampleText", Write(new() { ["content"] = Text }));

        public override RobotReply With(string line) => this with { Text = $"{Text}\n{line}" };
    }

    /// <param name="Title">Shown in the list of chats.</param>
    /// <param name="Text">Markdown.</param>
    /// <param name="Buttons">More than the cards have room for become links.</param>
    internal sealed record Card(string Title, string Text, IReadOnlyList<RobotButton> Buttons) : RobotReply
    {
        private const int MostButtons = 5;

        private string WithLinks => string.Join("\n\n", [Text, .. Buttons.Select(button => "- " + DingTalkMarkdown.Link(button.Title, button.Address))]);

        public override JObject ForWebhook()
        {
            if (Buttons.Count is 0 or > MostButtons)
                return new() { ["msgtype"] = "markdown", ["markdown"] = new JObject { ["title"] = Title, ["text"] = WithLinks } };
            var card = new JObject { ["title"] = Title, ["text"] = Text, ["btnOrientation"] = Buttons.Count == 2 ? "1" : "0" };
            if (Buttons is [var only])
                (card["singleTitle"], card["singleURL"]) = (only.Title, only.Address);
            else
                card["btns"] = new JArray(Buttons.Select(button => new JObject { ["title"] = button.Title, ["actionURL"] = button.Address }));
            return new() { ["msgtype"] = "actionCard", ["actionCard"] = card };
        }

        public override (string Key, string Param) ForApi()
        {
            if (Buttons.Count is 0 or > MostButtons)
                return ("sampleMarkdown", Write(new() { ["title"] = Title, ["text"] = WithLinks }));
            var card = new JObject { ["title"] = Title, ["text"] = Text };
            if (Buttons is [var only])
            {
                (card["singleTitle"], card["singleURL"]) = (only.Title, only.Address);
                return ("sampleActionCard", Write(card));
            }
            for (var at = 0; at < Buttons.Count; at++)
                (card[$"actionTitle{at + 1}"], card[$"actionURL{at + 1}"]) = (Buttons[at].Title, Buttons[at].Address);
            return (string.Create(CultureInfo.InvariantCulture, $"sampleActionCard{Buttons.Count}"), Write(card));
        }

        public override RobotReply With(string line) => this with { Text = $"{Text}\n\n{DingTalkMarkdown.Of(line)}" };
    }

    /// <summary>A file that was uploaded.</summary>
    /// <param name="Type">xlsx, pdf, zip, rar, doc or docx.</param>
    internal sealed record UploadedFile(string MediaId, string Name, string Type) : RobotReply
    {
        public override JObject? ForWebhook() => null;

        public override (string Key, string Param) ForApi() => ("sampleFile", Write(new() { ["mediaId"] = MediaId, ["fileName"] = Name, ["fileType"] = Type }));
    }

    // Newtonsoft leaves Chinese as it is, which the limits in bytes need.
    private static string Write(JObject param) => param.ToString(Formatting.None);
}

/// <param name="Address">Where it leads: words to say, or a page.</param>
/// <param name="Say">The words; null for a page.</param>
/// <param name="Data">What a card's button of ours carries; null for plain words.</param>
internal sealed record RobotButton(string Title, string Address, string? Say, JObject? Data = null);
