using System.Diagnostics;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Manifest;

/// <summary>The app's icons, as the vendor asks for them and as they were drawn.</summary>
public sealed class IconTests
{
    private readonly PackedApp app = new();

    [Fact]
    public void Colour_icon_fills_its_square()
    {
        var icon = new Picture(app.File("color.png"));

        Assert.Equal((192, 192), (icon.Width, icon.Height));
        Assert.All(icon.Pixels, pixel => Assert.Equal(byte.MaxValue, pixel.Alpha));
        Assert.Contains(icon.Pixels, pixel => pixel is { Red: > 240, Green: > 240, Blue: > 240 });
    }

    [Fact]
    public void Symbol_stays_within_what_is_left_when_the_corners_are_cut_off()
    {
        var icon = new Picture(app.File("color.png"));

        for (var at = 0; at < icon.Width; at++)
        {
            // The ground is one shade in each row, give or take the smoothing: what differs from the row's edge is the symbol.
            foreach (var margin in new[] { 24, icon.Width - 25 })
            {
                Assert.InRange(Distance(icon[0, at], icon[margin, at]), 0, 6);
                Assert.InRange(Distance(icon[0, margin], icon[at, margin]), 0, 6);
            }
        }
    }

    [Fact]
    public void Outline_is_white_on_nothing()
    {
        var icon = new Picture(app.File("outline.png"));

        Assert.Equal((32, 32), (icon.Width, icon.Height));
        Assert.True(icon.HasTransparency);
        Assert.All(icon.Pixels.Where(pixel => pixel.Alpha > 0), pixel => Assert.Equal(((byte)255, (byte)255, (byte)255), (pixel.Red, pixel.Green, pixel.Blue)));
        Assert.All(new[] { icon[0, 0], icon[31, 0], icon[0, 31], icon[31, 31] }, corner => Assert.Equal(0, corner.Alpha));
        Assert.InRange(icon.Pixels.Count(pixel => pixel.Alpha > 128), 150, 600); // lines, and not a surface
    }

    [ChromiumFact]
    public void Both_are_what_their_drawings_show()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, size) in new[] { ("color", 192), ("outline", 32) })
        {
            var rendered = new Picture(Render(Path.Combine(Repository.Root, "manifest", "icons", $"{name}.svg"), size, folder.File($"{name}.png")));
            var kept = new Picture(app.File($"{name}.png"));

            // Another Chromium may smooth an edge a little differently.
            Assert.InRange(kept.Pixels.Zip(rendered.Pixels, Distance).Average(), 0, 2);
        }
    }

    private static double Distance((byte Red, byte Green, byte Blue, byte Alpha) one, (byte Red, byte Green, byte Blue, byte Alpha) other) =>
        Math.Abs(one.Red - other.Red) + Math.Abs(one.Green - other.Green) + Math.Abs(one.Blue - other.Blue) + Math.Abs(one.Alpha - other.Alpha);

    /// <summary>As <c>manifest/icons/render.sh</c> does.</summary>
    private static byte[] Render(string drawing, int size, string file)
    {
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1", "--default-background-color=00000000", $"--window-size={size},{size}",
            $"--user-data-dir={file}.profile", $"--screenshot={file}", new Uri(drawing).AbsoluteUri,
        ];
        using var chromium = Process.Start(new ProcessStartInfo(Requirements.Chromium, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        chromium.WaitForExit();
        return File.ReadAllBytes(file);
    }
}
