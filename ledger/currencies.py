"""The currencies of ISO 4217 and how many decimals each has.

Source: ISO 4217:2015 list one as amended to 2026 (funds, metals and test codes left out).
"""

from typing import Final

_TWO_DECIMALS = """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD
CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL
MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK
PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB
TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES VED WST XAD XCD XCG YER ZAR ZMW ZWG
""".split()
_NO_DECIMALS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split()
_THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND".split()
_FOUR_DECIMALS = "CLF UYW".split()

DECIMALS: Final[dict[str, int]] = (
    dict.fromkeys(_TWO_DECIMALS, 2)
    | dict.fromkeys(_NO_DECIMALS, 0)
    | dict.fromkeys(_THREE_DECIMALS, 3)
    | dict.fromkeys(_FOUR_DECIMALS, 4)
)
"""Currency code to the number of decimals of its minor unit."""

_GONE_TWO_DECIMALS = """
ANG ATS AZM BGL BGN BYB CUC CYP DEM EEK FIM FRF GHC HRK IEP LTL LVL MRO MTL MZM NLG PLZ ROL
RUR SDD SIT SKK SLL SRG STD TMM UAK USN VEB VEF XEU YUM ZMK ZWL
""".split()
_GONE_NO_DECIMALS = "BEF BYR ESP GRD ITL LUF PTE TPE TRL".split()

WITHDRAWN: Final[dict[str, int]] = dict.fromkeys(_GONE_TWO_DECIMALS, 2) | dict.fromkeys(
    _GONE_NO_DECIMALS, 0
)
"""Codes that old statements tell; nobody is paid in them any more. Source: ISO 4217 list three."""

UNTOLD: Final = "XXX"
"""No currency: what a file that never names one is read in, until a person says; see `Money`."""
UNTOLD_DECIMALS: Final = 4
"""As many as the most exact currency has, so that any amount can be told in its own later."""
