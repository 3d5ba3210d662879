using System.Net;
using System.Net.Sockets;

namespace TalentHub.Web.Infrastructure.SignIn;

/// <summary>
/// One-click sign-in: only in demo mode (asked for by the settings, or a database filled with the sample company), never at a public address and never
/// for somebody who comes from one.
/// </summary>
public sealed class DemoDoor(Settings settings, CompanyCache company)
{
    public async ValueTask<bool> IsOpenAsync(HttpContext context) =>
        !IsPublic(settings.PublicUrl)
        && !IsPublic(context.Connection.RemoteIpAddress)
        && await company.GetAsync(context.RequestAborted) is { } info
        && (settings.Demo || info.IsDemo);

    private static bool IsPublic(string? url) => url is not null && !new Uri(url).IsLoopback;

    private static bool IsPublic(IPAddress? address)
    {
        if (address is null)
        {
            return false;
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain))
        {
            return false;
        }

        var bytes = plain.GetAddressBytes();
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? !(bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and < 32) || (bytes[0] == 192 && bytes[1] == 168) || (bytes[0] == 169 && bytes[1] == 254) || (bytes[0] == 100 && bytes[1] is >= 64 and < 128))
            : !(plain.IsIPv6LinkLocal || plain.IsIPv6UniqueLocal);
    }
}
