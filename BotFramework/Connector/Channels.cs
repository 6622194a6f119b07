namespace Microsoft.Bot.Connector;

/// <summary>Channel ids as they stand in <c>Activity.ChannelId</c>.</summary>
public class Channels
{
    public const string Directline = "directline";
    public const string Emulator = "emulator";
    public const string Msteams = "msteams";
    public const string Test = "test";
    public const string Webchat = "webchat";
}
