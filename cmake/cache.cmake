# Where script/bootstrap keeps what it downloaded. The same rule stands in script/lib/cache.sh.
if(DEFINED ENV{CAMPAIGN_LENS_CACHE})
  set(CAMPAIGN_LENS_CACHE "$ENV{CAMPAIGN_LENS_CACHE}")
elseif(DEFINED ENV{XDG_CACHE_HOME})
  set(CAMPAIGN_LENS_CACHE "$ENV{XDG_CACHE_HOME}/campaign-lens")
else()
  set(CAMPAIGN_LENS_CACHE "$ENV{HOME}/.cache/campaign-lens")
endif()
