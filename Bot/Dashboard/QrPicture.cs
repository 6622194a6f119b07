using System.Globalization;
using System.Text;
using QRCoder;

namespace PlanBot.Dashboard;

/// <summary>A QR code as the path of a drawing: a square of 1 for each dark module, with the quiet margin that scanners want.</summary>
/// <param name="Size">Modules on each side.</param>
public sealed record QrPicture(int Size, string Path)
{
    public static QrPicture Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < data.ModuleMatrix[y].Count; x++)
            {
                if (data.ModuleMatrix[y][x])
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }
        return new(data.ModuleMatrix.Count, path.ToString());
    }
}
