namespace PlanBot.Texts;

/// <summary>Small numbers as Chinese prose writes them.</summary>
public static class Numerals
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>一 to 九十九; digits beyond, where numerals only slow the reader down.</summary>
    public static string Chinese(int number)
    {
        if (number is < 1 or > 99)
            return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (tens, ones) = (number / 10, number % 10);
        var head = tens switch { 0 => "", 1 => "十", _ => $"{Digits[tens]}十" };
        return ones == 0 ? head : head + Digits[ones];
    }
}
