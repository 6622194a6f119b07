using System.Security.Cryptography;
using System.Text;

namespace PlanBot.Dialogs.Cards;

/// <summary>A short mark of what a card shows: where anything of it has changed, the mark is another, and the card's buttons no longer hold.</summary>
internal static class CardMark
{
    public static string Of(params ReadOnlySpan<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))).AsSpan(0, 12));
}
